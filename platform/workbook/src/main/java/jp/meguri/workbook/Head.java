package jp.meguri.workbook;

import java.util.List;

/**
 * The head of a column.
 *
 * @param name what is printed in it; columns are found by it
 * @param width in characters
 * @param access who may see and change the column
 * @param choices the words a cell may hold, empty for any
 */
record Head(String name, int width, Access access, List<String> choices) {

	static Head text(String name, int width) {
		return new Head(name, width, Access.OPEN, List.of());
	}

	static Head choice(String name, int width, List<String> choices) {
		return new Head(name, width, Access.OPEN, choices);
	}

	static Head locked(String name, int width) {
		return new Head(name, width, Access.LOCKED, List.of());
	}

	/** An id or the like, for reading the workbook back. */
	static Head hidden(String name) {
		return new Head(name, 10, Access.HIDDEN, List.of());
	}

	enum Access {

		OPEN, LOCKED, HIDDEN

	}

}
