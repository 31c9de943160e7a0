package jp.meguri.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.GradeDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Span;

/**
 * What a result sheet says as lines without its words: places from first to last
 * character, and hashes of the characters between, blanks aside.
 */
final class PlanGold {

	private final List<String> lines = new ArrayList<>();

	private PlanGold() {
	}

	static List<String> of(Reading reading) {
		PlanGold gold = new PlanGold();
		gold.line("year", String.valueOf(reading.fiscalYear().value()));
		reading.header().captions().forEach((caption) -> gold.line("caption", at(caption), hash(caption)));
		PlanDraft plan = java.util.Objects.requireNonNull(reading.plan());
		plan.grades().forEach((grade) -> gold.line("legend", grade.code(), at(grade.meaning()), hash(grade.meaning())));
		for (PlanDraft.NodeDraft node : plan.nodes()) {
			gold.line("node", String.valueOf(node.at()), "level", String.valueOf(node.level()), "under",
					(node.parent() != null) ? String.valueOf(node.parent()) : "-", "code",
					node.code().isEmpty() ? "-" : at(node.code()), "title", at(node.title()), hash(node.title()));
		}
		plan.commitments().forEach(gold::commitment);
		return gold.lines;
	}

	private void commitment(CommitmentDraft row) {
		line("row", String.valueOf(row.at()), "under", String.valueOf(row.node()), "number",
				row.number().isEmpty() ? "-" : row.number().text(), "title", at(row.title()), hash(row.title()));
		row.responsibilities()
			.forEach((one) -> line(" responsible", one.role().name(), at(one.name()), hash(one.name()),
					one.group() ? "group" : ""));
		if (!row.references().isEmpty()) {
			List<Passage> all = row.references();
			line(" reference", all.get(0).span().through(all.get(all.size() - 1).span()));
		}
		text("DIRECTION", row.text(Part.DIRECTION));
		text("TARGET", row.targets().stream().map(TargetDraft::text).toList());
		for (Part part : List.of(Part.ACTIONS, Part.PROGRESS, Part.PROCESS_EVALUATION)) {
			text(part.name(), row.text(part));
		}
		GradeDraft grade = row.grade();
		if (grade != null) {
			line(" grade", grade.code(), at(grade.printed()));
		}
		text("IMPROVEMENT", row.text(Part.IMPROVEMENT));
	}

	private void text(String name, List<Entry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		StringBuilder all = new StringBuilder();
		entries.forEach((entry) -> all.append(entry.marker()).append(entry.text().text()));
		line(" text", name, place(entries), hash(all.toString()));
	}

	static String place(List<Entry> entries) {
		Entry last = entries.get(entries.size() - 1);
		Span end = !last.text().isEmpty() ? last.text().span() : java.util.Objects.requireNonNull(last.markerSpan());
		return at(new Span(entries.get(0).at(), end.end()));
	}

	private void line(String name, Span span) {
		line(name, at(span));
	}

	private void line(String... parts) {
		this.lines
			.add(java.util.Arrays.stream(parts).filter((part) -> !part.isEmpty()).collect(Collectors.joining(" ")));
	}

	private static String at(Passage passage) {
		return passage.isEmpty() ? "-" : at(passage.span());
	}

	private static String at(Span span) {
		return span.start() + "-" + span.end();
	}

	private static String hash(Passage passage) {
		return hash(passage.text());
	}

	private static String hash(String text) {
		try {
			byte[] bytes = text.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How often each of the values occurs. */
	static Map<String, Long> count(List<String> values) {
		return values.stream()
			.collect(Collectors.groupingBy((value) -> value, java.util.TreeMap::new, Collectors.counting()));
	}

}
