package jp.meguri.reading.remarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

/**
 * Collects what a person should look at.
 */
public final class Remarks {

	private final List<Remark> remarks = new ArrayList<>();

	private final Set<Reason> asked = new HashSet<>();

	public void add(Reason reason, Span span, Object... facts) {
		boolean asked = !this.asked.add(reason) && reason.isAskedOnce();
		this.remarks.add(new Remark(span, reason.key(), reason.japanese().formatted(facts),
				reason.english().formatted(facts), reason.decision() && !asked));
	}

	/**
	 * One remark for each stretch of unread text, markup between its parts aside, unless
	 * a decision is asked there already.
	 */
	public void unread(Reason reason, String source, List<Leftover> leftovers) {
		List<Span> known = this.remarks.stream().filter(Remark::decision).map(Remark::span).toList();
		@Nullable Span open = null;
		int behind = 0;
		for (Leftover leftover : leftovers) {
			boolean goesOn = open != null && isNear(source, behind, leftover.span().start());
			if (leftover.kind() != Leftover.Kind.UNREAD) {
				behind = (goesOn && isMarkup(leftover)) ? leftover.span().end() : behind;
				continue;
			}
			if (open != null && goesOn) {
				open = open.through(leftover.span());
			}
			else {
				unread(reason, open, known);
				open = leftover.span();
			}
			behind = leftover.span().end();
		}
		unread(reason, open, known);
	}

	private static boolean isNear(String source, int from, int to) {
		return source.substring(from, to).chars().filter((c) -> c == '\n').count() <= 1;
	}

	private static boolean isMarkup(Leftover leftover) {
		return leftover.kind() == Leftover.Kind.TAG || leftover.kind() == Leftover.Kind.RULE;
	}

	private void unread(Reason reason, @Nullable Span span, List<Span> known) {
		if (span != null
				&& known.stream().noneMatch((said) -> said.start() <= span.start() && span.end() <= said.end())) {
			add(reason, span);
		}
	}

	public List<Remark> inDocumentOrder() {
		return this.remarks.stream().sorted(Comparator.comparing(Remark::span)).toList();
	}

}
