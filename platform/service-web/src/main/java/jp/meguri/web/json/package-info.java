/**
 * JSON taken at its word: unknown, doubled or loosely typed members are refused.
 */
@NullMarked
package jp.meguri.web.json;

import org.jspecify.annotations.NullMarked;
