package jp.meguri.reading.layout;

import java.util.List;

/**
 * A cell of a table, or a whole line of text.
 *
 * @param pieces its pieces, top to bottom
 */
public record Cell(List<Piece> pieces) {

	public static final Cell EMPTY = new Cell(List.of());

	public Cell {
		pieces = List.copyOf(pieces);
	}

	public boolean isEmpty() {
		return this.pieces.isEmpty();
	}

	/** How many characters it holds. */
	public int length() {
		return this.pieces.stream().mapToInt((piece) -> piece.run().length()).sum();
	}

	/** All its characters, for comparing with words of a form. */
	public String key() {
		StringBuilder all = new StringBuilder();
		this.pieces.forEach((piece) -> all.append(piece.run().chars()));
		return Width.key(all.toString());
	}

}
