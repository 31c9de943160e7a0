package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

/**
 * Collects what a person should look at.
 */
final class Remarks {

	private final List<Remark> remarks = new ArrayList<>();

	private final Set<Question> asked = EnumSet.noneOf(Question.class);

	void add(Question question, Span span, Object... facts) {
		boolean asked = !this.asked.add(question) && question.isAskedOnce();
		this.remarks.add(new Remark(span, question.key(), question.ja(facts), question.en(facts),
				question.decision() && !asked));
	}

	List<Remark> inDocumentOrder() {
		return this.remarks.stream().sorted(Comparator.comparing(Remark::span)).toList();
	}

}
