package jp.meguri.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;
import jp.meguri.reading.DocumentReader;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Mark;
import jp.meguri.reading.draft.Reading;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.SheetContent.Report;

/**
 * The invented sheets of なぎさ市, as they are after they were read and registered.
 */
final class SampleContent {

	private static final Path SAMPLES = Path.of("../reading/src/test/resources/nagisa");

	private final AtomicLong ids = new AtomicLong();

	private SampleContent() {
	}

	/** {@code civic-2025.txt}, {@code environment-2026.txt} or {@code other-form.md}. */
	static SheetContent of(String file) {
		try {
			return new SampleContent()
				.sheet(DocumentReader.read(Files.readString(SAMPLES.resolve(file), StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private SheetContent sheet(Reading reading) {
		GoalContent mission = new GoalContent("", List.of(), blocks(reading.mission()), blocks(reading.policies()),
				List.of(), List.of(), List.of(), List.of(), null, null);
		List<Goal> goals = new java.util.ArrayList<>();
		goals.add(goal(GoalKind.MISSION_AND_POLICIES, 1, mission,
				new ReportContent(blocks(reading.review()), List.of(), List.of(), List.of(), List.of(), null, null)));
		reading.goals().forEach((draft) -> goals.add(goal(draft)));
		return new SheetContent(id(), id(), 2025, goals);
	}

	private Goal goal(GoalDraft draft) {
		boolean annual = draft.horizon() == GoalDraft.Horizon.ANNUAL;
		List<Block> body = blocks(draft.body());
		GoalContent content = new GoalContent(draft.title().text(), tags(draft.tags()), List.of(), List.of(),
				annual ? List.of() : body, annual ? body : List.of(), blocks(draft.roadmap()),
				draft.links().stream().map(this::link).toList(), null, null);
		return goal(annual ? GoalKind.ANNUAL_GOAL : GoalKind.MID_TERM_GOAL, draft.number(), content, new ReportContent(
				List.of(), blocks(draft.achievements()), blocks(draft.directions()), List.of(), List.of(), null, null));
	}

	private Goal goal(GoalKind kind, int number, GoalContent content, ReportContent report) {
		boolean reported = !report.equals(ReportContent.EMPTY);
		return new Goal(id(), kind, number, 3, content,
				reported ? List.of(new Report(id(), Round.YEAR_END, 2, report)) : List.of());
	}

	private List<Block> blocks(List<Entry> entries) {
		return entries.stream()
			.map((entry) -> new Block(id(), entry.level(), entry.marker(), entry.text().text(), tags(entry.tags()),
					null))
			.toList();
	}

	private static List<Tag> tags(List<Mark> marks) {
		return marks.stream().map((mark) -> Tag.valueOf(mark.kind().name())).toList();
	}

	private PlanLink link(LinkDraft link) {
		return new PlanLink(id(), link.dimension(),
				link.noLink() ? PlanLink.Choice.NO_LINK : PlanLink.Choice.AS_PRINTED, null, link.code().text(),
				link.title().text());
	}

	private UUID id() {
		return new UUID(0x019f000000007000L, 0x8000000000000000L | this.ids.incrementAndGet());
	}

}
