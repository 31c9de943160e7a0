package jp.meguri.reading.remarks;

import java.util.Locale;

/**
 * Something a reader may remark, in both languages; an enum of each family implements it.
 */
public interface Reason {

	/** The constant's name. */
	String name();

	/** Whether somebody has to decide; the others only say what was done. */
	boolean decision();

	/** The Japanese sentence; {@code %s} is filled from the document. */
	String japanese();

	/** The English sentence; {@code %s} is filled from the document. */
	String english();

	/** Whether one answer holds for the whole document. */
	default boolean isAskedOnce() {
		return false;
	}

	/** Stable name, e.g. {@code link-shape}. */
	default String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
