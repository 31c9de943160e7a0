/**
 * Checks before a handler runs, and the arguments handlers can ask for.
 */
@NullMarked
package jp.meguri.web.request;

import org.jspecify.annotations.NullMarked;
