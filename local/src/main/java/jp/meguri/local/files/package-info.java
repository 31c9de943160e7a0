/**
 * Files under {@code .meguri}.
 */
@NullMarked
package jp.meguri.local.files;

import org.jspecify.annotations.NullMarked;
