package jp.meguri.reading.mutation;

import java.util.Arrays;

/**
 * A document being damaged. Every character knows where it stood in the original, or that
 * it was not there.
 */
final class Mutant {

	static final int NEW = -1;

	private final StringBuilder text;

	private int[] origins;

	Mutant(String source) {
		this.text = new StringBuilder(source);
		this.origins = new int[source.length()];
		Arrays.setAll(this.origins, (i) -> i);
	}

	String text() {
		return this.text.toString();
	}

	char charAt(int at) {
		return this.text.charAt(at);
	}

	int length() {
		return this.text.length();
	}

	/** Where this character stood in the original, or {@link #NEW}. */
	int origin(int at) {
		return this.origins[at];
	}

	void insert(int at, String added) {
		int[] more = new int[this.origins.length + added.length()];
		System.arraycopy(this.origins, 0, more, 0, at);
		Arrays.fill(more, at, at + added.length(), NEW);
		System.arraycopy(this.origins, at, more, at + added.length(), this.origins.length - at);
		this.origins = more;
		this.text.insert(at, added);
	}

	void delete(int from, int to) {
		int[] fewer = new int[this.origins.length - (to - from)];
		System.arraycopy(this.origins, 0, fewer, 0, from);
		System.arraycopy(this.origins, to, fewer, from, this.origins.length - to);
		this.origins = fewer;
		this.text.delete(from, to);
	}

	/** Prints a character differently; it is still the same one. */
	void print(int at, char other) {
		this.text.setCharAt(at, other);
	}

	/** Puts stretches of the text into another order; {@code bounds} begin each. */
	void swap(int aStart, int aEnd, int bStart, int bEnd) {
		String between = this.text.substring(aEnd, bStart);
		String moved = this.text.substring(bStart, bEnd) + between + this.text.substring(aStart, aEnd);
		int[] order = new int[bEnd - aStart];
		int at = 0;
		for (int[] part : new int[][] { { bStart, bEnd }, { aEnd, bStart }, { aStart, aEnd } }) {
			System.arraycopy(this.origins, part[0], order, at, part[1] - part[0]);
			at += part[1] - part[0];
		}
		System.arraycopy(order, 0, this.origins, aStart, order.length);
		this.text.replace(aStart, bEnd, moved);
	}

}
