/**
 * What log lines may say: ids and kinds of failures, nobody's name, address or text.
 */
@NullMarked
package jp.meguri.logging;

import org.jspecify.annotations.NullMarked;
