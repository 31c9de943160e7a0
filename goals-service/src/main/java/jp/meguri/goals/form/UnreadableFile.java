package jp.meguri.goals.form;

import java.util.Locale;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.web.MeguriProblem;

/**
 * Tells a person why a file cannot be read, and where.
 */
public final class UnreadableFile {

	private UnreadableFile() {
	}

	public static MeguriProblem refused(UnreadableDocumentException unreadable) {
		String reason = unreadable.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		Place place = unreadable.place();
		MeguriProblem problem = new MeguriProblem(422, "import-" + reason, (place != null) ? place.toString() : "");
		return (place != null) ? problem.with("place", place) : problem;
	}

}
