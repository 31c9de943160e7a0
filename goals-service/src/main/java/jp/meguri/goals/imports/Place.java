package jp.meguri.goals.imports;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.meguri.reading.draft.Span;

/**
 * A place in the source, {@code [start, end)} in UTF-16 units; in JSON a pair.
 */
record Place(int start, int end) {

	static Place of(Span span) {
		return new Place(span.start(), span.end());
	}

	static List<Place> of(List<Span> spans) {
		return spans.stream().map(Place::of).toList();
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Place of(int[] pair) {
		return new Place(pair[0], pair[1]);
	}

	@JsonValue
	int[] pair() {
		return new int[] { this.start, this.end };
	}

}
