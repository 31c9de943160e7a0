package jp.meguri.reading.reformplan;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft.PhaseDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * The initiatives of an item (主な取組) with the phases between them. What stands below a
 * year belongs to its phase until the next initiative begins.
 */
final class InitiativeTree {

	/** A sign inside a line stands behind one of these. */
	private static final String JOINTS = " 。:)";

	/** The second letter of a list stands within this many characters. */
	private static final int LONGEST_ENTRY = 1_000;

	private final Coverage coverage;

	private final Remarks remarks;

	private final EntryTree tree = new EntryTree();

	private final InitiativePaths paths = new InitiativePaths();

	private final List<PhaseDraft> phases = new ArrayList<>();

	private @Nullable OpenPhase phase;

	private List<Piece> pieces = List.of();

	private int current;

	/** Whether the head of an initiative is lost: what follows is its, or nobody's. */
	private boolean lost;

	InitiativeTree(Coverage coverage, Remarks remarks) {
		this.coverage = coverage;
		this.remarks = remarks;
	}

	/**
	 * @param pieces what stands in the part
	 * @param beginsInside whether what stood before them is lost, so that they begin with
	 * the next numbered sign
	 */
	void read(List<Piece> pieces, boolean beginsInside) {
		this.lost = beginsInside;
		this.pieces = pieces;
		for (this.current = 0; this.current < pieces.size(); this.current++) {
			boolean actionFollows = this.current + 1 < pieces.size() && beginsAction(pieces.get(this.current + 1));
			read(pieces.get(this.current), actionFollows);
		}
		closePhase();
	}

	/** Whether the piece lists something: with a sign that is not a later number. */
	private static boolean beginsAction(Piece piece) {
		Sign sign = Sign.at(piece.run().folded(), 0);
		return piece.before() == Piece.Break.ITEM || sign != null && (sign.ordinal() <= 1 || !sign.kind().isNumbered());
	}

	/** Cuts a piece before each sign and each year. */
	private void read(Piece piece, boolean actionFollows) {
		Run run = piece.run();
		Cut open = first(piece, actionFollows);
		while (open.begin < run.length()) {
			begin(open, run);
			Cut next = next(run, open, actionFollows);
			text(run.part(open.end, next.begin).trim(), piece.before());
			open = next;
		}
	}

	private Cut first(Piece piece, boolean actionFollows) {
		String folded = piece.run().folded();
		int year = phaseHead(piece.run(), 0, actionFollows);
		if (year > 0) {
			return Cut.year(0, year);
		}
		Sign sign = Sign.at(folded, 0);
		if (sign != null && sign.kind() == Sign.Kind.DASH) {
			int text = behindBlanks(folded, sign.end());
			Sign behind = (text < folded.length()) ? Sign.at(folded, text) : null;
			Sign printed = (behind != null) ? recognised(behind, folded) : null;
			if (printed != null) {
				this.coverage.leave(piece.run().part(0, sign.end()).spans(), Leftover.Kind.TAG);
				return Cut.sign(printed);
			}
		}
		if (sign == null && piece.before() == Piece.Break.ITEM) {
			return Cut.sign(new Sign(Sign.Kind.ITEM, 0, 0, 0, false));
		}
		if (sign != null && isWrappedWord(sign, folded) && isBeyond(sign)) {
			return Cut.lost();
		}
		Sign recognised = (sign != null) ? recognised(sign, folded) : null;
		return (recognised != null && recognised.kind() != Sign.Kind.ALIKE) ? Cut.sign(recognised) : Cut.text();
	}

	/** A letter farther on than the next one: a sign behind a lost one, or a word. */
	private boolean isBeyond(Sign sign) {
		return reached(sign.kind()) > 0 && sign.ordinal() > reached(sign.kind()) + 1;
	}

	private Cut next(Run run, Cut open, boolean actionFollows) {
		String folded = run.folded();
		for (int i = Math.max(1, open.end); i < folded.length(); i++) {
			if (folded.charAt(i) == ' ' || JOINTS.indexOf(folded.charAt(i - 1)) < 0) {
				continue;
			}
			int year = phaseHead(run, i, actionFollows);
			if (year > 0) {
				return Cut.year(i, year);
			}
			Sign sign = Sign.at(folded, i);
			Sign recognised = (sign != null) ? recognised(sign, folded) : null;
			boolean directly = open.kind != Cut.Kind.TEXT && behindBlanks(folded, open.end) == i;
			if (recognised != null && (directly || goesOn(recognised, folded))) {
				return Cut.sign(recognised);
			}
		}
		return new Cut(Cut.Kind.TEXT, run.length(), run.length(), null);
	}

	/**
	 * Inside a line, a numbered sign counts only as the next of a sequence or its first.
	 */
	private boolean goesOn(Sign sign, String folded) {
		if (!sign.kind().isNumbered()) {
			return sign.kind() != Sign.Kind.ALIKE;
		}
		if (sign.ordinal() == 1) {
			return this.tree.mayOpen(sign.kind()) && (sign.kind() != Sign.Kind.LATIN
					|| endsSentence(folded, sign.start()) || hasSecond(sign, folded));
		}
		return reached(sign.kind()) > 0 && reached(sign.kind()) + 1 == sign.ordinal();
	}

	private static boolean endsSentence(String folded, int before) {
		int last = Sign.lastBefore(folded, before);
		return last >= 0 && "。:".indexOf(folded.charAt(last)) >= 0;
	}

	/** A lone letter may be a word; a list has a second one. */
	private static boolean hasSecond(Sign sign, String folded) {
		for (int i = sign.end() + 1; i < Math.min(folded.length(), sign.end() + LONGEST_ENTRY); i++) {
			Sign second = (JOINTS.indexOf(folded.charAt(i - 1)) >= 0) ? Sign.at(folded, i) : null;
			if (second != null && second.kind() == sign.kind() && second.ordinal() == sign.ordinal() + 1) {
				return true;
			}
		}
		return false;
	}

	private int reached(Sign.Kind kind) {
		int inPhase = (this.phase != null) ? this.phase.actions.reached(kind) : 0;
		return (inPhase > 0) ? inPhase : this.tree.reached(kind);
	}

	private @Nullable Sign recognised(Sign sign, String folded) {
		if (isWrappedWord(sign, folded)) {
			return null;
		}
		Sign bracketed = sign.inBrackets();
		if (bracketed != null && isDueInBrackets(sign, folded)) {
			return bracketed;
		}
		int due = reached(Sign.Kind.PAREN_KANA) + 1;
		Sign kana = (due > 1) ? sign.asKana(folded, due) : null;
		return (kana != null && reached(Sign.Kind.PAREN_LATIN) == 0) ? kana : sign;
	}

	/** A word in kana that is wrapped behind its first letter (ス テップ), and no sign. */
	private boolean isWrappedWord(Sign sign, String folded) {
		int text = behindBlanks(folded, sign.end());
		return sign.kind() == Sign.Kind.KANA && sign.end() == sign.start() + 1 && text < folded.length()
				&& Character.UnicodeScript.of(folded.charAt(text)) == Character.UnicodeScript.KATAKANA
				&& reached(Sign.Kind.KANA) + 1 != sign.ordinal() && !isNextInBrackets(sign);
	}

	private boolean isNextInBrackets(Sign sign) {
		return reached(Sign.Kind.PAREN_KANA) > 0 && reached(Sign.Kind.PAREN_KANA) + 1 == sign.ordinal();
	}

	/**
	 * A kana whose brackets are lost: due in their sequence, and not in the other or in
	 * that one once more; or the first where the other has begun.
	 */
	private boolean isDueInBrackets(Sign sign, String folded) {
		boolean half = folded.charAt(sign.end() - 1) == ')';
		boolean first = sign.ordinal() == 1 && reached(Sign.Kind.KANA) > 0
				&& (half || reached(Sign.Kind.PAREN_KANA) == 0);
		return first || isNextInBrackets(sign)
				&& (half || reached(Sign.Kind.KANA) + 1 != sign.ordinal() || standsAgain(sign));
	}

	/** Whether the same letter begins a later piece, before the one that follows it. */
	private boolean standsAgain(Sign sign) {
		for (Piece piece : this.pieces.subList(this.current + 1, this.pieces.size())) {
			Sign other = Sign.at(piece.run().folded(), 0);
			if (other != null && other.kind() == Sign.Kind.KANA && other.ordinal() >= sign.ordinal()) {
				return other.ordinal() == sign.ordinal();
			}
		}
		return false;
	}

	private static int behindBlanks(String folded, int from) {
		int at = from;
		while (at < folded.length() && folded.charAt(at) == ' ') {
			at++;
		}
		return at;
	}

	/** End of a year that heads a phase: nothing or a sign follows it. */
	private static int phaseHead(Run run, int at, boolean actionFollows) {
		String folded = run.folded();
		int end = YearHead.endAt(folded, at);
		if (end < 0) {
			return -1;
		}
		int text = behindBlanks(folded, end);
		boolean alone = text == folded.length() && (at == 0 || actionFollows);
		boolean colon = at == 0 && folded.charAt(end - 1) == ':';
		Sign sign = (text < folded.length()) ? Sign.at(folded, text) : null;
		boolean signed = sign != null && (sign.ordinal() <= 1 || !sign.kind().isNumbered());
		return (alone || colon || signed) ? end : -1;
	}

	private void begin(Cut cut, Run run) {
		if (cut.kind == Cut.Kind.LOST) {
			closePhase();
			this.lost = true;
		}
		else if (cut.kind == Cut.Kind.YEAR && !this.lost) {
			closePhase();
			this.phase = new OpenPhase(run.part(cut.begin, cut.end).trim());
		}
		else if (cut.sign != null) {
			begin(cut.sign, run);
		}
	}

	private void begin(Sign sign, Run run) {
		Run marker = run.part(sign.start(), sign.end());
		this.lost = this.lost && !endsLoss(sign);
		if (this.lost) {
			return;
		}
		remark(sign, marker);
		OpenPhase open = this.phase;
		if (open != null && open.takes(sign, this.tree)) {
			open.actions.begin(sign, marker);
			return;
		}
		closePhase();
		int level = this.tree.begin(sign, marker);
		this.paths.add(level, sign, run.part(sign.start(), sign.start() + 1).span().start());
	}

	/** An initiative of the outermost list begins. */
	private boolean endsLoss(Sign sign) {
		Sign.Kind first = this.tree.first();
		return sign.kind().isNumbered() && (first == null || first == sign.kind());
	}

	private void text(Run text, Piece.Break before) {
		if (this.lost) {
			return;
		}
		((this.phase != null) ? this.phase.actions : this.tree).text(text, before);
	}

	private void remark(Sign sign, Run marker) {
		if (sign.alike()) {
			this.remarks.add(Finding.SIGN_READ_AS, marker.span(), marker.chars(),
					"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ".charAt(sign.ordinal() - 1));
		}
		else if (sign.ordinal() > 1 && reached(sign.kind()) + 1 != sign.ordinal()) {
			this.remarks.add(Finding.SIGN_OUT_OF_ORDER, marker.span(), marker.chars());
		}
	}

	private void closePhase() {
		OpenPhase done = this.phase;
		if (done != null) {
			InitiativePaths.Owner owner = this.paths.ownerOfPhase();
			List<Entry> actions = done.actions.entries();
			if (owner.several()) {
				this.remarks.add(Finding.PHASE_COVERS_SEVERAL, done.period.span());
			}
			if (actions.isEmpty()) {
				this.remarks.add(Finding.PHASE_WITHOUT_ACTIONS, done.period.span());
			}
			this.phases.add(new PhaseDraft(owner.at(), done.period.passage(), actions));
		}
		this.phase = null;
	}

	List<Entry> entries() {
		return this.tree.entries();
	}

	List<PhaseDraft> phases() {
		return this.phases;
	}

	InitiativePaths paths() {
		return this.paths;
	}

	/** Where a piece is cut, and what begins there. */
	private record Cut(Kind kind, int begin, int end, @Nullable Sign sign) {

		static Cut year(int begin, int end) {
			return new Cut(Kind.YEAR, begin, end, null);
		}

		static Cut sign(Sign sign) {
			return new Cut(Kind.SIGN, sign.start(), sign.end(), sign);
		}

		static Cut text() {
			return new Cut(Kind.TEXT, 0, 0, null);
		}

		static Cut lost() {
			return new Cut(Kind.LOST, 0, 0, null);
		}

		enum Kind {

			YEAR, SIGN, TEXT, LOST

		}

	}

	private static final class OpenPhase {

		private final Run period;

		private final EntryTree actions = new EntryTree();

		OpenPhase(Run period) {
			this.period = period;
		}

		/** Whether the sign lists an action of this phase, not the next initiative. */
		boolean takes(Sign sign, EntryTree initiatives) {
			Sign.Kind first = this.actions.first();
			if (first == null) {
				return !sign.kind().isNumbered() || sign.ordinal() == 1 && !initiatives.isOpen(sign.kind());
			}
			if (sign.kind().isNumbered()) {
				return this.actions.reached(sign.kind()) + 1 == sign.ordinal() && this.actions.reached(sign.kind()) > 0;
			}
			return first == sign.kind() || initiatives.first() != sign.kind();
		}

	}

}
