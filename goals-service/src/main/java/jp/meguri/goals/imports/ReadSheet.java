package jp.meguri.goals.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.YearProposal;

/**
 * What the reader found besides the draft; never changed.
 *
 * @param spans where each part of the draft stands, by id of the block or link, by
 * {@code <goal>/number} and {@code <goal>/title}
 */
record ReadSheet(Reading.Family family, Head header, ProposedYear proposedFiscalYear, Map<String, List<Place>> spans,
		List<Note> remarks, List<Rest> leftovers) {

	ReadSheet withMore(List<Note> notes) {
		return new ReadSheet(this.family, this.header, this.proposedFiscalYear, this.spans,
				Stream.concat(this.remarks.stream(), notes.stream()).toList(), this.leftovers);
	}

	/** The head of the sheet as printed. */
	record Head(Printed unit, Printed position, Printed holderName, List<Printed> captions) {
	}

	record Printed(String text, List<Place> spans) {
	}

	/**
	 * @param value the fiscal year, or null where none can be proposed
	 */
	record ProposedYear(@Nullable Integer value, List<Evidence> evidence) {
	}

	record Evidence(Place span, String phrase, int fiscalYear, YearProposal.Role role) {
	}

	/**
	 * @param decision whether somebody has to decide
	 */
	record Note(Place span, String key, String ja, String en, boolean decision) {
	}

	record Rest(Place span, String text, Leftover.Kind kind) {
	}

}
