package jp.meguri.goals.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.content.GoalKind;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.YearProposal;

/**
 * What the reader found besides the draft; never changed.
 *
 * @param spans where each part of the draft stands, by id of the block or link, by
 * {@code <goal>/number} and {@code <goal>/title}
 * @param layout how a file of a known layout was read, or null for a document
 */
record ReadSheet(Reading.Family family, Head header, ProposedYear proposedFiscalYear, Map<String, List<Place>> spans,
		List<Note> remarks, List<Rest> leftovers, @Nullable Layout layout) {

	/** The workbook of a sheet that it updates; null for everything else. */
	@Nullable Layout update() {
		return (this.layout != null && this.layout.unit != null) ? this.layout : null;
	}

	/** Whether it was read as a form of the city. */
	boolean isForm() {
		return this.layout != null && this.layout.kind == Layout.Kind.FORM;
	}

	/**
	 * A layout that was known before the file came.
	 *
	 * @param name the form's name, empty for our own workbook
	 * @param unit whose sheet the workbook updates, or null where it makes new goals only
	 * @param fiscalYear the sheet's year, with the unit
	 * @param bases the goals the workbook was written from
	 */
	record Layout(Kind kind, String name, @Nullable UUID unit, @Nullable Integer fiscalYear, List<Base> bases) {

		Layout {
			bases = List.copyOf(bases);
		}

		enum Kind {

			WORKBOOK, FORM

		}

	}

	/**
	 * @param revision the revision that was written into the workbook
	 * @param check of its content as it was written, empty where the workbook says
	 * something else by now
	 */
	record Base(UUID goal, GoalKind kind, long revision, String check) {
	}

	ReadSheet withMore(List<Note> notes) {
		return new ReadSheet(this.family, this.header, this.proposedFiscalYear, this.spans,
				Stream.concat(this.remarks.stream(), notes.stream()).toList(), this.leftovers, this.layout);
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
