package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Mark;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.entries.Marker;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * A goal while its rows are being read.
 */
final class OpenGoal {

	private static final String TAG_WORDS = "[\\[【〔(<《]?(?:★|◎)?重点(?:目標|項目)?[\\]】〕)>》]";

	private static final Pattern TAG = Pattern.compile("\\s*" + TAG_WORDS + "\\s*");

	private static final Pattern TAG_LAST = Pattern.compile("(.*?)\\s*(" + TAG_WORDS + ")\\s*", Pattern.DOTALL);

	private static final Pattern TAG_FIRST = Pattern.compile("(" + TAG_WORDS + ")\\s*(.+)", Pattern.DOTALL);

	private final GoalDraft.Horizon horizon;

	private final int number;

	private final Run printedNumber;

	private final List<Mark> tags = new ArrayList<>();

	final EntryList body;

	final EntryList roadmap;

	final EntryList achievements;

	final EntryList directions;

	final LinkList links;

	private @Nullable Run title;

	OpenGoal(GoalDraft.Horizon horizon, int number, Run printedNumber, Coverage coverage, Remarks remarks) {
		this.horizon = horizon;
		this.number = number;
		this.printedNumber = printedNumber;
		this.body = new EntryList(coverage);
		this.roadmap = new EntryList(coverage);
		this.achievements = new EntryList(coverage);
		this.directions = new EntryList(coverage);
		this.links = new LinkList(coverage, remarks);
	}

	int number() {
		return this.number;
	}

	Span place() {
		return this.printedNumber.span();
	}

	boolean hasTitle() {
		return this.title != null;
	}

	static boolean isTag(Run run) {
		return TAG.matcher(run.folded()).matches();
	}

	/** Takes a tag that stands alone; false if the piece is none. */
	boolean takeTag(Run run) {
		if (!isTag(run)) {
			return false;
		}
		this.tags.add(new Mark(Mark.Kind.PRIORITY, run.trim().span()));
		return true;
	}

	/** Takes the title from the head of the body: everything up to the first marker. */
	void addToBody(Piece piece) {
		if (takeTag(piece.run())) {
			return;
		}
		if (wrapsTitle(piece)) {
			return;
		}
		if (this.title != null || !this.body.isEmpty() || Marker.at(piece.run().folded(), 0) != null) {
			this.body.add(piece);
			return;
		}
		Marker marker = Marker.inside(piece.run().folded(), 1);
		int end = (marker != null) ? marker.start() : piece.run().length();
		title(piece.run().part(0, end).trim());
		if (marker != null) {
			this.body.add(new Piece(piece.run().from(end), Piece.Break.PARAGRAPH));
		}
	}

	/** A title that was wrapped goes on. */
	private boolean wrapsTitle(Piece piece) {
		Run above = this.title;
		boolean wraps = above != null && above.length() > 0 && this.body.isEmpty() && this.tags.isEmpty()
				&& piece.before() == Piece.Break.WRAP && Marker.at(piece.run().folded(), 0) == null;
		if (wraps && above != null) {
			Marker marker = Marker.inside(piece.run().folded(), 1);
			int end = (marker != null) ? marker.start() : piece.run().length();
			Run rest = piece.run().part(0, end).trim();
			title(Run.concat(List.of(above, Run.joint(EntryList.joint(above, rest, Piece.Break.WRAP)), rest)));
			if (marker != null) {
				this.body.add(new Piece(piece.run().from(end), Piece.Break.PARAGRAPH));
			}
		}
		return wraps;
	}

	void title(Run run) {
		Matcher last = TAG_LAST.matcher(run.folded());
		Matcher first = TAG_FIRST.matcher(run.folded());
		if (last.matches()) {
			takeTag(run.part(last.start(2), last.end(2)));
			this.title = run.part(last.start(1), last.end(1));
		}
		else if (first.matches()) {
			takeTag(run.part(first.start(1), first.end(1)));
			this.title = run.part(first.start(2), first.end(2));
		}
		else {
			this.title = run;
		}
	}

	GoalDraft toDraft() {
		return new GoalDraft(this.horizon, this.number, this.printedNumber.passage(),
				(this.title != null) ? this.title.passage() : Passage.NONE, this.tags, this.body.entries(),
				this.roadmap.entries(), this.links.links(), this.achievements.entries(), this.directions.entries());
	}

}
