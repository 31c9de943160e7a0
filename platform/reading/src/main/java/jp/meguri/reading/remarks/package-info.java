/**
 * What a person should look at, collected while a document is read. Each family says with
 * its own reasons what may be remarked.
 */
@NullMarked
package jp.meguri.reading.remarks;

import org.jspecify.annotations.NullMarked;
