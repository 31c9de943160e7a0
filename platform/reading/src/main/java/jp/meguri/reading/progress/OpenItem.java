package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.GradeDraft;
import jp.meguri.reading.draft.CommitmentDraft.NextStepDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * An initiative (取組内容) while its parts are tied to it.
 */
final class OpenItem {

	private final Token title;

	@Nullable Integer node;

	@Nullable Token section;

	@Nullable Token step;

	@Nullable Token grade;

	List<Line> progress = List.of();

	List<Line> issues = List.of();

	OpenItem(Token title, @Nullable Integer node) {
		this.title = title;
		this.node = node;
	}

	Token titleToken() {
		return this.title;
	}

	/** The title in one line, for remarks. */
	String name() {
		String name = Titles.run(this.title.lines()).chars();
		return (name.length() > 30) ? name.substring(0, 30) + "…" : name;
	}

	CommitmentDraft toDraft(Coverage coverage, Remarks remarks) {
		Map<Part, List<Entry>> texts = new EnumMap<>(Part.class);
		put(texts, Part.PROGRESS, Titles.entries(this.progress, coverage));
		put(texts, Part.ISSUES, Titles.entries(this.issues, coverage));
		NextStepDraft step = null;
		if (this.step != null) {
			NextStepDraft.Step word = Grade.stepOf(this.step.run());
			if (word != null) {
				step = new NextStepDraft(word, Titles.passage(this.step.lines()));
			}
			else {
				remarks.add(Point.STEP_AS_TEXT, this.step.run().span());
				put(texts, Part.IMPROVEMENT, Titles.entries(this.step.lines(), coverage));
			}
		}
		return new CommitmentDraft(this.title.run().span().start(), this.node, Passage.NONE,
				Titles.passage(this.title.lines()), responsibilities(coverage, remarks), List.of(), texts, List.of(),
				List.of(), gradeDraft(remarks), step);
	}

	private static void put(Map<Part, List<Entry>> texts, Part part, List<Entry> entries) {
		if (!entries.isEmpty()) {
			texts.put(part, entries);
		}
	}

	private List<ResponsibilityDraft> responsibilities(Coverage coverage, Remarks remarks) {
		Token section = this.section;
		if (section == null) {
			return List.of();
		}
		List<Run> names = new ArrayList<>();
		section.lines().forEach((line) -> {
			coverage.leave(line.run().spans(), Leftover.Kind.LABEL);
			List<Run> known = SectionName.in(line.run());
			names.addAll(known.isEmpty() ? List.of(line.run()) : known);
		});
		if (names.size() > 1) {
			remarks.add(Point.LEAD_NOT_MARKED, section.run().span());
		}
		Role role = (names.size() == 1) ? Role.PRIMARY : Role.UNKNOWN;
		return names.stream()
			.map((name) -> new ResponsibilityDraft(role, name.passage(), name.folded().startsWith("全")))
			.toList();
	}

	private @Nullable GradeDraft gradeDraft(Remarks remarks) {
		Token token = this.grade;
		if (token == null) {
			return null;
		}
		Grade grade = Grade.of(token.run());
		if (grade == null) {
			remarks.add(Point.GRADE_UNKNOWN, token.run().span(), token.run().chars());
			return null;
		}
		return new GradeDraft(grade.code(), grade.printed().passage());
	}

}
