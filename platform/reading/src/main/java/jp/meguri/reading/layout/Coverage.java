package jp.meguri.reading.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Span;

/**
 * Which characters of the source ended up where. What nobody claims is unread.
 */
public final class Coverage {

	private final String source;

	private final Leftover.@Nullable Kind[] kinds;

	private final boolean[] fields;

	public Coverage(String source) {
		this.source = source;
		this.kinds = new Leftover.Kind[source.length()];
		this.fields = new boolean[source.length()];
	}

	/** These characters are no content. */
	public void leave(Span span, Leftover.Kind kind) {
		for (int i = span.start(); i < span.end(); i++) {
			this.kinds[i] = kind;
		}
	}

	public void leave(Collection<Span> spans, Leftover.Kind kind) {
		spans.forEach((span) -> leave(span, kind));
	}

	/** These characters are in a field. */
	public void use(Span span) {
		for (int i = span.start(); i < span.end(); i++) {
			this.fields[i] = true;
		}
	}

	public void use(Passage passage) {
		passage.spans().forEach(this::use);
	}

	public void use(List<Entry> entries) {
		for (Entry entry : entries) {
			use(entry.text());
			if (entry.markerSpan() != null) {
				use(entry.markerSpan());
			}
		}
	}

	public void use(PlanDraft plan) {
		for (PlanDraft.NodeDraft node : plan.nodes()) {
			use(node.code());
			use(node.title());
			node.notes().forEach(this::use);
		}
		plan.commitments().forEach(this::use);
		plan.grades().forEach((grade) -> {
			use(grade.printed());
			use(grade.meaning());
		});
		plan.glossary().forEach((term) -> {
			use(term.mark());
			use(term.term());
			use(term.definition());
		});
	}

	private void use(CommitmentDraft commitment) {
		use(commitment.number());
		use(commitment.title());
		commitment.responsibilities().forEach((responsibility) -> use(responsibility.name()));
		commitment.references().forEach(this::use);
		commitment.texts().values().forEach(this::use);
		commitment.targets().forEach((target) -> {
			use(target.key());
			use(List.of(target.text()));
		});
		commitment.phases().forEach((phase) -> {
			use(phase.period());
			use(phase.actions());
		});
		if (commitment.grade() != null) {
			use(commitment.grade().printed());
		}
		if (commitment.nextStep() != null) {
			use(commitment.nextStep().printed());
		}
	}

	/**
	 * All characters in no field; neighbours of one kind on one line are one leftover.
	 */
	public List<Leftover> leftovers() {
		List<Leftover> found = new ArrayList<>();
		int start = -1;
		int end = -1;
		Leftover.@Nullable Kind kind = null;
		for (int i = 0; i <= this.source.length(); i++) {
			Leftover.@Nullable Kind here = kindAt(i);
			if (here == null && !endsStretch(i)) {
				continue;
			}
			if (here != kind) {
				if (kind != null) {
					found.add(new Leftover(new Span(start, end), this.source.substring(start, end), kind));
				}
				kind = here;
				start = i;
			}
			end = i + 1;
		}
		return found;
	}

	private boolean endsStretch(int i) {
		return i == this.source.length() || this.fields[i] || this.source.charAt(i) == '\n'
				|| this.source.charAt(i) == '\t';
	}

	private Leftover.@Nullable Kind kindAt(int i) {
		if (i == this.source.length() || this.fields[i] || Width.isBlank(this.source.charAt(i))) {
			return null;
		}
		Leftover.Kind kind = this.kinds[i];
		return (kind != null) ? kind : Leftover.Kind.UNREAD;
	}

}
