package jp.meguri.goals.imports;

/**
 * The words around a place, at most 80 characters, in one line.
 *
 * @param at the place within the excerpt; cut where it is longer
 */
record Excerpt(String text, Place at) {

	private static final int LONGEST = 80;

	private static final int BEFORE = 20;

	static Excerpt of(String source, Place place) {
		int start = boundary(source, Math.max(0, place.start() - BEFORE));
		int end = boundary(source, Math.min(source.length(), start + LONGEST));
		String text = source.substring(start, end).replaceAll("[\\r\\n\\t]", " ");
		int from = Math.min(place.start() - start, text.length());
		return new Excerpt(text, new Place(from, Math.max(from, Math.min(place.end() - start, text.length()))));
	}

	// Between the halves of a surrogate pair there is no boundary.
	private static int boundary(String source, int index) {
		boolean inside = index > 0 && index < source.length() && Character.isLowSurrogate(source.charAt(index))
				&& Character.isHighSurrogate(source.charAt(index - 1));
		return inside ? index - 1 : index;
	}

}
