/**
 * The invented cities なぎさ市 and つきみ市.
 */
@NullMarked
package jp.meguri.catalog.demo;

import org.jspecify.annotations.NullMarked;
