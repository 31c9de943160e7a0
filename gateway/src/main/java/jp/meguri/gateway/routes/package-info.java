/**
 * Handing requests on to the services (中継): where they are, what goes along, what happens
 * when one does not answer.
 */
@NullMarked
package jp.meguri.gateway.routes;

import org.jspecify.annotations.NullMarked;
