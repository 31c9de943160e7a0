/**
 * 閲覧と編集の権限: under which circumstances somebody acts on a unit's sheet. The table of
 * rights itself is {@code ReviewRights}.
 */
@NullMarked
package jp.meguri.goals.access;

import org.jspecify.annotations.NullMarked;
