/**
 * What the services announce to each other: one sealed family of events per topic, the
 * envelope they travel in, and the contents they carry. No Spring, no Reactor.
 */
@NullMarked
package jp.meguri.events;

import org.jspecify.annotations.NullMarked;
