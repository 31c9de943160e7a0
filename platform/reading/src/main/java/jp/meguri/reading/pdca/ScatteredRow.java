package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.GradeDraft;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;

/**
 * One row of the table whose lines extraction scattered above and below it. Certain are:
 * the title, where exactly one line begins with a number, which stands at the middle of
 * its title's lines; the lead, where exactly one label of leads is followed by names and
 * the next label; the grade, where exactly one letter stands alone and every other row of
 * the page has its own. Nothing else is tied.
 */
final class ScatteredRow {

	private static final Pattern NUMBERED = Pattern.compile("\\d{1,2} (?=\\p{L}).*");

	private static final Pattern NO_TITLE = Pattern.compile("[・※○●〇*].*|.*。.*");

	private static final int MOST_LINES = 3;

	private final List<Run> lines = new ArrayList<>();

	private final Coverage coverage;

	ScatteredRow(List<Row> lines, Coverage coverage) {
		lines.forEach((row) -> row.pieces().forEach((piece) -> this.lines.add(piece.run())));
		this.coverage = coverage;
	}

	/**
	 * @param node the node all rows of the page stand under, or null
	 * @param gradesKnown whether every other row of the page has its grade
	 * @param grades reads a lone letter
	 */
	@Nullable CommitmentDraft read(@Nullable Integer node, boolean gradesKnown, Commitments grades) {
		int numbered = only(NUMBERED);
		int label = onlyLabel();
		if (numbered < 0 || label < numbered) {
			return null;
		}
		int below = 0;
		while (below < MOST_LINES && isTitle(numbered + below + 1)) {
			below++;
		}
		Run middle = this.lines.get(numbered);
		int behindNumber = middle.folded().indexOf(' ');
		List<Run> title = new ArrayList<>(this.lines.subList(Math.max(0, numbered - below), numbered));
		title.add(middle.from(behindNumber + 1));
		title.addAll(this.lines.subList(numbered + 1, numbered + below + 1));
		List<ResponsibilityDraft> leads = leads(label);
		if (numbered < below || !isTitle(title) || leads.isEmpty()) {
			return null;
		}
		this.coverage.leave(this.lines.get(label).spans(), Leftover.Kind.LABEL);
		Passage number = middle.part(0, behindNumber).passage();
		Passage name = Run.concat(title).passage();
		return new CommitmentDraft(name.span().start(), node, number, name, leads, List.of(), Map.of(), List.of(),
				List.of(), gradesKnown ? grade(grades) : null, null);
	}

	private int only(Pattern pattern) {
		int[] found = IntStream.range(0, this.lines.size())
			.filter((i) -> pattern.matcher(this.lines.get(i).folded()).matches())
			.toArray();
		return (found.length == 1) ? found[0] : -1;
	}

	private int onlyLabel() {
		int[] found = IntStream.range(0, this.lines.size())
			.filter((i) -> Responsibilities.labelledBy(this.lines.get(i)) == Role.PRIMARY)
			.toArray();
		return (found.length == 1) ? found[0] : -1;
	}

	private boolean isTitle(int line) {
		return line < this.lines.size() && isTitle(this.lines.get(line));
	}

	private static boolean isTitle(Run line) {
		return Responsibilities.labelledBy(line) == null && !NO_TITLE.matcher(line.folded()).matches();
	}

	/** All of a title's lines, with every bracket closed that was opened. */
	private static boolean isTitle(List<Run> lines) {
		int depth = 0;
		for (char c : Run.concat(lines).folded().toCharArray()) {
			depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (depth < 0) {
				return false;
			}
		}
		return depth == 0 && lines.stream().allMatch(ScatteredRow::isTitle);
	}

	private List<ResponsibilityDraft> leads(int label) {
		List<Run> names = new ArrayList<>();
		for (int i = label + 1; i < this.lines.size() && names.size() <= MOST_LINES; i++) {
			if (Responsibilities.labelledBy(this.lines.get(i)) == Role.RELATED) {
				this.coverage.leave(this.lines.get(i).spans(), Leftover.Kind.LABEL);
				return Responsibilities.leads(names, this.coverage);
			}
			names.add(this.lines.get(i));
		}
		return List.of();
	}

	private @Nullable GradeDraft grade(Commitments grades) {
		List<GradeDraft> letters = this.lines.stream().map(grades::grade).flatMap(Stream::ofNullable).toList();
		return (letters.size() == 1) ? letters.get(0) : null;
	}

}
