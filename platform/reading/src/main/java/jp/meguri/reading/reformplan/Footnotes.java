package jp.meguri.reading.reformplan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.PlanDraft.TermDraft;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;

/**
 * Footnotes below a page: ¹ 用語：説明. A line directly below goes on with the note.
 */
final class Footnotes {

	private static final Pattern MARK = Pattern
		.compile("([¹²³⁰⁴-⁹]{1,2}|[*※]\\s?\\d{1,2}|\\(?注\\s?\\d{1,2}\\)?[.:)]?)\\s*(?=\\S)");

	private static final Pattern TERM = Pattern.compile("([^:。]{1,40}?)\\s*:\\s*(?=\\S)");

	private final List<TermDraft> terms = new ArrayList<>();

	private final List<Span> separators = new ArrayList<>();

	private Run mark = Run.EMPTY;

	private Run term = Run.EMPTY;

	private final List<Run> definition = new ArrayList<>();

	/** Whether the row is a footnote or goes on with one; if so, it is taken. */
	boolean take(Row row) {
		if (row.table() || row.pieces().size() != 1) {
			close();
			return false;
		}
		Run run = row.pieces().get(0).run();
		Matcher matcher = MARK.matcher(run.folded());
		if (matcher.lookingAt()) {
			close();
			open(run, matcher);
			return true;
		}
		if (this.mark.length() > 0 && !row.afterBlank() && !row.heading()) {
			Run above = this.definition.get(this.definition.size() - 1);
			this.definition.add(Run.joint(EntryList.joint(above, run, Piece.Break.WRAP)));
			this.definition.add(run);
			return true;
		}
		close();
		return false;
	}

	private void open(Run run, Matcher matcher) {
		this.mark = run.part(matcher.start(1), matcher.end(1));
		Run rest = run.from(matcher.end());
		Matcher term = TERM.matcher(rest.folded());
		boolean named = term.lookingAt();
		this.term = named ? rest.part(term.start(1), term.end(1)) : Run.EMPTY;
		if (named) {
			this.separators.addAll(rest.part(term.end(1), term.end()).trim().spans());
		}
		this.definition.add(named ? rest.from(term.end()) : rest);
	}

	private void close() {
		if (this.mark.length() > 0) {
			this.terms
				.add(new TermDraft(this.mark.passage(), this.term.passage(), Run.concat(this.definition).passage()));
		}
		this.mark = Run.EMPTY;
		this.definition.clear();
	}

	/** The signs between terms and definitions. */
	List<Span> separators() {
		return this.separators;
	}

	List<TermDraft> terms() {
		close();
		return this.terms;
	}

}
