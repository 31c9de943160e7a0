package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.PlanDraft.GradeLegend;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;

/**
 * The document's legend of grades (取組達成度), which may be printed again on every page.
 */
final class Legend {

	private static final Pattern LETTER = Pattern.compile("(?<=^|[\\s・、/])([A-ESАВСΑΒ])\\s?[:…](?=\\S|\\s)");

	private static final Pattern GOES_ON = Pattern.compile("(→|⇒|\\(|※).*");

	private static final int SHORTEST_REPEAT = 4;

	private final Coverage coverage;

	private final List<GradeLegend> grades = new ArrayList<>();

	private final StringBuilder keys = new StringBuilder();

	private final List<Run> meaning = new ArrayList<>();

	private Run letter = Run.EMPTY;

	Legend(Coverage coverage) {
		this.coverage = coverage;
	}

	/** Takes a line if it is part of the legend or repeats a part of it. */
	boolean take(Row row) {
		if (repeats(row)) {
			return true;
		}
		return row.pieces().stream().map(Piece::run).map(this::take).reduce(true, (all, taken) -> all && taken);
	}

	/** Whether the line is printed in the legend; then it is left as a label. */
	boolean repeats(Row row) {
		boolean repeats = isRepeated(row);
		if (repeats) {
			row.pieces().forEach((piece) -> this.coverage.leave(piece.run().spans(), Leftover.Kind.LABEL));
		}
		return repeats;
	}

	private boolean isRepeated(Row row) {
		String key = row.key().replaceFirst("^-", "").replaceFirst("^[【\\[].{2,8}[】\\]]", "");
		boolean heading = key.isEmpty() && row.key().matches("-?[【\\[](取組)?(達成度|評価|評価区分)[】\\]]");
		return heading || key.length() >= SHORTEST_REPEAT && this.keys.indexOf(key) >= 0;
	}

	private boolean take(Run run) {
		String text = run.folded();
		Matcher letters = LETTER.matcher(text);
		int from = text.startsWith("- ") ? 2 : 0;
		boolean any = letters.find(from);
		if (!any) {
			boolean goesOn = this.letter.length() > 0 && GOES_ON.matcher(text).matches();
			if (goesOn) {
				this.meaning.add(run);
				this.keys.append(run.key());
			}
			return goesOn;
		}
		String heading = Width.key(text.substring(from, letters.start()));
		if (!heading.isEmpty() && !heading.matches("[【\\[].*[】\\]]|.{0,12}(達成度|評価|区分|凡例|基準)[:]?")) {
			return false;
		}
		this.coverage.leave(run.part(0, from).spans(), Leftover.Kind.TAG);
		this.coverage.leave(run.part(from, letters.start()).spans(), Leftover.Kind.LABEL);
		do {
			close();
			this.letter = run.part(letters.start(1), letters.end(1));
			this.coverage.leave(run.part(letters.end(1), letters.end()).spans(), Leftover.Kind.LABEL);
			int start = letters.end();
			int end = letters.find() ? letters.start() : text.length();
			this.meaning.add(run.part(start, end).trim());
			this.keys.append(this.letter.key()).append(":").append(run.part(start, end).key());
			any = end < text.length();
		}
		while (any);
		return true;
	}

	private void close() {
		String code = GradeLetter.in(this.letter.key());
		if (code != null && this.grades.stream().noneMatch((grade) -> grade.code().equals(code))) {
			this.grades.add(new GradeLegend(code, this.letter.passage(), joined().passage()));
		}
		this.letter = Run.EMPTY;
		this.meaning.clear();
	}

	private Run joined() {
		List<Run> parts = new ArrayList<>();
		for (Run part : this.meaning) {
			if (part.length() > 0) {
				if (!parts.isEmpty()) {
					parts.add(Run.joint(EntryList.joint(parts.get(parts.size() - 1), part, Piece.Break.WRAP)));
				}
				parts.add(part);
			}
		}
		return Run.concat(parts);
	}

	/** What follows is no part of it. */
	List<GradeLegend> grades() {
		close();
		return List.copyOf(this.grades);
	}

	/** Whether the document grades with this letter; without a legend any will do. */
	boolean has(String code) {
		return this.grades.isEmpty() || this.grades.stream().anyMatch((grade) -> grade.code().equals(code));
	}

}
