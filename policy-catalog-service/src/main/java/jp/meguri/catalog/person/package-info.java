/**
 * People (職員) and their assignments; several at once are 兼務.
 */
@NullMarked
package jp.meguri.catalog.person;

import org.jspecify.annotations.NullMarked;
