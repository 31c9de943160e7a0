package jp.meguri.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;

/**
 * A text of a document as the grammars get it, whose characters know where in the
 * document they stand.
 */
final class PlacedText {

	private static final Set<CommitmentDraft.Part> RESULTS = EnumSet.of(CommitmentDraft.Part.PROGRESS,
			CommitmentDraft.Part.ISSUES, CommitmentDraft.Part.PROCESS_EVALUATION, CommitmentDraft.Part.IMPROVEMENT);

	private final String text;

	private final int[] places;

	private PlacedText(String text, int[] places) {
		this.text = text;
		this.places = places;
	}

	/**
	 * All texts of a document: fields and leftovers if a reader knows its family, else
	 * the cells of its layout.
	 */
	static List<PlacedText> of(String source) {
		Reading reading = DocumentReader.read(source);
		List<PlacedText> texts = new ArrayList<>();
		if (reading.family() == Reading.Family.UNKNOWN) {
			Layout.of(source)
				.rows()
				.forEach((row) -> row.cells().forEach((cell) -> texts.add(of(source, passage(cell)))));
			return texts;
		}
		Faithful.passages(reading).forEach((passage) -> texts.add(of(source, passage)));
		for (Leftover leftover : reading.leftovers()) {
			texts.add(of(source, new Passage(leftover.text(), List.of(leftover.span()))));
		}
		return texts;
	}

	/**
	 * The texts in which goals are set: goals of a department's sheet, rows of targets.
	 */
	static List<PlacedText> goals(String source) {
		Reading reading = DocumentReader.read(source);
		List<Entry> entries = new ArrayList<>();
		for (GoalDraft goal : reading.goals()) {
			entries.addAll(goal.body());
			entries.addAll(goal.roadmap());
		}
		rows(reading).forEach((row) -> row.targets().forEach((target) -> entries.add(target.text())));
		return entries.stream().map((entry) -> of(source, entry.text())).toList();
	}

	/** What a result sheet planned for its year (計画内容), with its reference values. */
	static List<PlacedText> yearPlans(String source) {
		Reading reading = DocumentReader.read(source);
		if (reading.family() != Reading.Family.PDCA_RESULTS) {
			return List.of();
		}
		return rows(reading).stream()
			.flatMap((row) -> row.text(CommitmentDraft.Part.ACTIONS).stream())
			.map((entry) -> of(source, entry.text()))
			.toList();
	}

	/**
	 * The texts of results, one for each field with its entries as lines: review,
	 * achievements and directions of a department's sheet; progress, issues, evaluation
	 * and improvement of a plan's row.
	 */
	static List<PlacedText> results(String source) {
		Reading reading = DocumentReader.read(source);
		List<List<Entry>> fields = new ArrayList<>(List.of(reading.review()));
		for (GoalDraft goal : reading.goals()) {
			fields.add(goal.achievements());
			fields.add(goal.directions());
		}
		for (CommitmentDraft row : rows(reading)) {
			RESULTS.forEach((part) -> fields.add(row.text(part)));
		}
		return fields.stream()
			.map((entries) -> lines(entries.stream().map((entry) -> of(source, entry.text())).toList()))
			.toList();
	}

	private static PlacedText lines(List<PlacedText> lines) {
		String all = lines.stream().map((line) -> line.text + "\n").collect(Collectors.joining());
		int[] places = new int[all.length()];
		int at = 0;
		for (PlacedText line : lines) {
			System.arraycopy(line.places, 0, places, at, line.places.length);
			at += line.places.length;
			places[at] = (line.places.length > 0) ? line.places[line.places.length - 1] : 0;
			at++;
		}
		return new PlacedText(all, places);
	}

	private static List<CommitmentDraft> rows(Reading reading) {
		PlanDraft plan = reading.plan();
		return (plan != null) ? plan.commitments() : List.of();
	}

	private static Passage passage(Cell cell) {
		List<Run> runs = new ArrayList<>();
		for (Piece piece : cell.pieces()) {
			if (!runs.isEmpty() && piece.before() != Piece.Break.WRAP) {
				runs.add(Run.joint("\n"));
			}
			runs.add(piece.run());
		}
		return Run.concat(runs).passage();
	}

	/** A joint between two spans stands where the first ends. */
	private static PlacedText of(String source, Passage passage) {
		int[] places = new int[passage.text().length()];
		int at = 0;
		for (Span span : passage.spans()) {
			String part = Faithful.characters(source, span);
			if (!passage.text().startsWith(part, at)) {
				places[at] = span.start();
				at++;
			}
			for (int i = 0; i < part.length(); i++) {
				places[at++] = Math.min(span.start() + i, span.end() - 1);
			}
		}
		return new PlacedText(passage.text(), Arrays.copyOf(places, at));
	}

	String text() {
		return this.text;
	}

	/** Where in the document some characters of this text stand. */
	Span inDocument(Span span) {
		return new Span(this.places[span.start()], this.places[span.end() - 1] + 1);
	}

}
