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
		for (Leftover leftover : leftovers) {
			if (leftover.kind() != Leftover.Kind.UNREAD) {
				continue;
			}
			if (open != null && isNear(source, open, leftover.span())) {
				open = open.through(leftover.span());
			}
			else {
				unread(reason, open, known);
				open = leftover.span();
			}
		}
		unread(reason, open, known);
	}

	private static boolean isNear(String source, Span above, Span below) {
		return source.substring(above.end(), below.start()).chars().filter((c) -> c == '\n').count() <= 1;
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
