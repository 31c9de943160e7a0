package jp.meguri.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.GoalSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Goals as goals-service would announce them.
 */
public record GoalFixture(UUID city, UUID id, UUID sheet, UUID unit, int year, GoalKind kind, int number,
		CycleMode mode, @Nullable UUID leadSection, @Nullable UUID edition) {

	public static GoalFixture annualGoal(UUID unit, int year) {
		UUID city = unit.equals(DemoCity.TSUKIMI_CIVIC) ? DemoCity.TSUKIMI : DemoCity.NAGISA;
		return new GoalFixture(city, UUID.randomUUID(), DemoCity.id("sheet/" + unit + year), unit, year,
				GoalKind.ANNUAL_GOAL, 1, CycleMode.LIVE, null, null);
	}

	public GoalFixture as(GoalKind kind, int number) {
		return new GoalFixture(this.city, this.id, this.sheet, this.unit, this.year, kind, number, this.mode,
				this.leadSection, this.edition);
	}

	public GoalFixture ledBy(UUID section) {
		return new GoalFixture(this.city, this.id, this.sheet, this.unit, this.year, this.kind, this.number, this.mode,
				section, this.edition);
	}

	public GoalFixture backLoaded() {
		return new GoalFixture(this.city, this.id, this.sheet, this.unit, this.year, this.kind, this.number,
				CycleMode.BACK_LOADING, this.leadSection, this.edition);
	}

	/** The same goal on the sheet of a plan's edition. */
	public GoalFixture on(UUID edition) {
		return new GoalFixture(this.city, this.id, DemoCity.id("sheet/" + edition + this.year), this.unit, this.year,
				this.kind, this.number, this.mode, this.leadSection, edition);
	}

	public EventEnvelope<GoalEvent> drafted() {
		return event(1, 1, ReviewState.DRAFT, GoalEvent.Drafted::new);
	}

	public EventEnvelope<GoalEvent> confirmed() {
		return event(4, 2, ReviewState.CONFIRMED, GoalEvent.Confirmed::new);
	}

	/** Confirmed again after an amendment. */
	public EventEnvelope<GoalEvent> amended() {
		return event(8, 3, ReviewState.CONFIRMED, GoalEvent.Confirmed::new);
	}

	public EventEnvelope<GoalEvent> deleted() {
		return event(9, 3, ReviewState.DRAFT, GoalEvent.Deleted::new);
	}

	public EventEnvelope<GoalEvent> event(long version, long revision, ReviewState state,
			Function<GoalSnapshot, GoalEvent> event) {
		GoalSnapshot snapshot = new GoalSnapshot(this.id, this.sheet, version, this.unit, this.year, this.kind,
				this.number, state, revision, content(revision), List.of(), DemoCity.person("sato"), this.edition);
		return EventEnvelope.of(this.city, "goal", this.id, version, this.sheet, Instant.now(), this.mode,
				DemoCity.actor("yamada"), null, event.apply(snapshot));
	}

	public UUID action() {
		return DemoCity.id("action/" + this.id);
	}

	private GoalContent content(long revision) {
		GoalContent content = ofDepartment(revision);
		return (this.edition == null) ? content
				: new GoalContent(content.title(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
						List.of(), null, null, List.of(), List.of(text("direction", "地域で支えあいます。")),
						List.of(new GoalTarget(DemoCity.id("target" + this.id), "", null, "3校区以上")),
						List.of(new Responsibility(DemoCity.id("lead" + this.id), Responsibility.Role.RELATED,
								DemoCity.COLLAB, "協働推進課", false)),
						List.of("地域福祉計画"), List.of(), "No." + this.number);
	}

	private GoalContent ofDepartment(long revision) {
		List<Block> actions = List.of(new Block(action(), 1, "○", "説明会を開きます（第" + revision + "版）。", List.of(), null));
		return switch (this.kind) {
			case MISSION_AND_POLICIES -> new GoalContent("", List.of(), List.of(text("mission", "くらしを支えます。")),
					List.of(text("policy", "市民と一緒に取り組みます。")), List.of(), List.of(), List.of(), List.of(), null, null);
			case ANNUAL_GOAL -> new GoalContent("協働の推進 <" + this.number + ">", List.of(), List.of(), List.of(),
					List.of(), actions, List.of(), links(), null, this.leadSection);
			case MID_TERM_GOAL ->
				new GoalContent("地域拠点の整備", List.of(), List.of(), List.of(), List.of(text("statement", "拠点を整えます。")),
						List.of(), List.of(text("roadmap", "令和8年度：設計")), links(), null, null);
		};
	}

	private List<PlanLink> links() {
		return List.of(
				new PlanLink(DemoCity.id("link1" + this.id), "comprehensive-plan", PlanLink.Choice.NODE,
						DemoCity.id("node"), "1-1-①", "協働のまちづくり"),
				new PlanLink(DemoCity.id("link2" + this.id), "basic-policy", PlanLink.Choice.NO_LINK, null, "", ""));
	}

	private Block text(String name, String text) {
		return Block.paragraph(DemoCity.id(name + this.id), text);
	}

}
