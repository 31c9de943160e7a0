package jp.meguri.fuzz;

/**
 * A parameter of an operation.
 *
 * @param in {@code path}, {@code query} or {@code header}
 */
record Parameter(String in, String name, boolean required, Schema schema) {

	boolean is(String place) {
		return this.in.equals(place);
	}

}
