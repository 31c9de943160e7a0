package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

/**
 * Collects what a person should look at.
 */
final class Remarks {

	private final List<Remark> remarks = new ArrayList<>();

	void add(Question question, Span span, Object... facts) {
		this.remarks.add(new Remark(span, question.key(), question.ja(facts), question.en(facts), question.decision()));
	}

	List<Remark> inDocumentOrder() {
		return this.remarks.stream().sorted(Comparator.comparing(Remark::span)).toList();
	}

}
