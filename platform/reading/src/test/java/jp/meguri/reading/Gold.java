package jp.meguri.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Span;

/**
 * A reading as lines without the document's words: offsets, numbers, codes and hashes.
 */
final class Gold {

	private final List<String> lines = new ArrayList<>();

	private Gold() {
	}

	static List<String> of(Reading reading) {
		Gold gold = new Gold();
		gold.line("year", String.valueOf(reading.fiscalYear().value()));
		gold.passage("unit", reading.header().unit());
		gold.passage("position", reading.header().position());
		gold.passage("holder", reading.header().holderName());
		gold.entries("mission", reading.mission());
		gold.entries("policies", reading.policies());
		gold.entries("review", reading.review());
		reading.goals().forEach(gold::goal);
		reading.remarks()
			.forEach((remark) -> gold.line("remark", remark.key(), at(List.of(remark.span())),
					remark.decision() ? "decision" : "note"));
		return gold.lines;
	}

	private void goal(GoalDraft goal) {
		String name = ((goal.horizon() == GoalDraft.Horizon.ANNUAL) ? "a" : "m") + goal.number();
		passage(name + " title", goal.title());
		entries(name + " body", goal.body());
		entries(name + " roadmap", goal.roadmap());
		entries(name + " achievement", goal.achievements());
		entries(name + " direction", goal.directions());
		for (LinkDraft link : goal.links()) {
			line(name + " link", link.dimension(), link.noLink() ? "none" : code(link.path()), at(link.code().spans()),
					at(link.title().spans()), sha256(link.title().text()));
		}
	}

	private static String code(List<Integer> path) {
		return path.stream().map(String::valueOf).collect(Collectors.joining("-"));
	}

	private void entries(String name, List<Entry> entries) {
		for (Entry entry : entries) {
			line(name, entry.level() + entry.marker(), at(entry.text().spans()), sha256(entry.text().text()),
					(entry.repeatOf() != null) ? "repeats " + entry.repeatOf() : "");
		}
	}

	private void passage(String name, Passage passage) {
		line(name, at(passage.spans()), sha256(passage.text()));
	}

	private void line(String... parts) {
		this.lines.add(String.join(" ", parts).strip());
	}

	private static String at(List<Span> spans) {
		return spans.stream().map((span) -> span.start() + "-" + span.end()).collect(Collectors.joining("+"));
	}

	private static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
