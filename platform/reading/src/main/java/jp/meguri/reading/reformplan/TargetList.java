package jp.meguri.reading.reformplan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.entries.OpenEntry;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * The targets of an item (目標). A target may begin with the initiative it is set for: ア,
 * イ(ア), or (イ) for the next one within the same initiative.
 */
final class TargetList {

	private static final Pattern NONE = Pattern.compile("数値(的な|による)?目標.{0,6}(設定せず|設定しない|設けない|定めない)");

	private final Remarks remarks;

	private final InitiativePaths paths;

	private final List<TargetDraft> targets = new ArrayList<>();

	private @Nullable Open open;

	private int top;

	private int sub;

	TargetList(Remarks remarks, InitiativePaths paths) {
		this.remarks = remarks;
		this.paths = paths;
	}

	List<TargetDraft> read(List<Piece> pieces) {
		pieces.forEach(this::read);
		close();
		return this.targets;
	}

	private void read(Piece piece) {
		Run run = piece.run();
		int at = 0;
		@Nullable Key key = keyAt(run.folded(), 0);
		while (at < run.length()) {
			if (key != null) {
				begin(key, run);
			}
			int text = (key != null) ? key.end : at;
			key = nextKey(run.folded(), Math.max(text, at + 1));
			at = (key != null) ? key.start : run.length();
			text(run.part(text, at).trim(), piece.before());
		}
	}

	private void begin(Key key, Run run) {
		close();
		Run marker = run.part(key.start, key.end).trim();
		List<Integer> path = key.path(this.top);
		if (path.isEmpty()) {
			this.open = new Open(Run.EMPTY, null, new OpenEntry(1, marker.chars(), marker.span(), Run.EMPTY));
			return;
		}
		this.top = path.get(0);
		this.sub = (path.size() > 1) ? path.get(1) : 0;
		Integer cited = this.paths.at(path);
		if (cited == null) {
			this.remarks.add(Finding.TARGET_KEY_UNRESOLVED, marker.span(), marker.chars());
		}
		this.open = new Open(marker, cited, null);
	}

	private void text(Run text, Piece.Break before) {
		Open above = this.open;
		if (text.length() == 0) {
			return;
		}
		if (above == null) {
			this.open = new Open(Run.EMPTY, null, new OpenEntry(0, "", null, text));
		}
		else if (above.entry == null) {
			above.entry = new OpenEntry(0, "", null, text);
		}
		else {
			above.entry.append(text, before);
		}
	}

	private void close() {
		Open done = this.open;
		if (done != null && done.entry != null) {
			Entry entry = done.entry.toEntry();
			if (NONE.matcher(entry.text().text()).find()) {
				this.remarks.add(Finding.TARGET_NONE_BY_DECISION, entry.text().span());
			}
			this.targets
				.add(new TargetDraft(done.key.length() > 0 ? done.key.passage() : Passage.NONE, done.cited, entry));
		}
		this.open = null;
	}

	/** A key inside a line goes on with the keys above it. */
	private @Nullable Key nextKey(String folded, int from) {
		for (int i = from; i < folded.length(); i++) {
			Key key = (" 。".indexOf(folded.charAt(i - 1)) >= 0) ? keyAt(folded, i) : null;
			if (key != null && (key.first == null || follows(key, folded, i))) {
				return key;
			}
		}
		return null;
	}

	/** Behind a sentence, keys between may be missing. */
	private boolean follows(Key key, String folded, int at) {
		Sign first = key.first;
		int reached = key.isSubAlone() ? this.sub : this.top;
		boolean next = first != null && first.ordinal() == reached + 1;
		return next || (first != null && reached > 0 && first.ordinal() > reached
				&& folded.startsWith("。", Sign.lastBefore(folded, at)));
	}

	private static @Nullable Key keyAt(String folded, int at) {
		Sign first = Sign.keyAt(folded, at);
		if (first == null) {
			return null;
		}
		if (!first.kind().isNumbered()) {
			return (first.kind() == Sign.Kind.ALIKE || first.kind() == Sign.Kind.NOTE) ? null
					: new Key(null, null, at, first.end());
		}
		Sign second = Sign.at(folded, first.end());
		boolean pair = second != null && second.kind().isNumbered() && second.kind().compareTo(first.kind()) > 0;
		return new Key(first, pair ? second : null, at, (second != null && pair) ? second.end() : first.end());
	}

	private record Key(@Nullable Sign first, @Nullable Sign second, int start, int end) {

		boolean isSubAlone() {
			return this.first != null && this.second == null && this.first.kind() == Sign.Kind.PAREN_KANA;
		}

		@Nullable Sign sub() {
			return isSubAlone() ? this.first : this.second;
		}

		/**
		 * The path it cites, within the initiative cited last; empty for a mere bullet.
		 */
		List<Integer> path(int top) {
			if (this.first == null) {
				return List.of();
			}
			if (isSubAlone()) {
				return List.of(top, this.first.ordinal());
			}
			return (this.second != null) ? List.of(this.first.ordinal(), this.second.ordinal())
					: List.of(this.first.ordinal());
		}

	}

	private static final class Open {

		private final Run key;

		private final @Nullable Integer cited;

		private @Nullable OpenEntry entry;

		Open(Run key, @Nullable Integer cited, @Nullable OpenEntry entry) {
			this.key = key;
			this.cited = cited;
			this.entry = entry;
		}

	}

}
