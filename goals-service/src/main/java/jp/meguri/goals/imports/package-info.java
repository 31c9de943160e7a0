/**
 * 過年度の目標シートの取込: a document is uploaded and read, a person checks the reading beside the
 * source, and registering makes goals of it. Until then nothing else is touched.
 */
@NullMarked
package jp.meguri.goals.imports;

import org.jspecify.annotations.NullMarked;
