/**
 * Office Open XML files (docx, xlsx) before anything in them is read: the zip container
 * is inspected, what could act or reach outside is refused, the parts are opened as
 * streams.
 */
@NullMarked
package jp.meguri.reading.office;

import org.jspecify.annotations.NullMarked;
