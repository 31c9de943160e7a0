package jp.meguri.evaluation.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.evaluation.release.ReleaseDocument.Entry;
import jp.meguri.evaluation.release.ReleaseDocument.Source;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;
import jp.meguri.events.evaluation.ReleaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Documents of an invented city.
 */
public final class ReleaseFixture {

	private ReleaseFixture() {
	}

	public static ReleaseDocument finalRelease() {
		return release(ReleaseEvent.Kind.FINAL, "ごみの減量");
	}

	public static ReleaseDocument initialRelease() {
		return release(ReleaseEvent.Kind.INITIAL, "ごみの減量");
	}

	public static ReleaseDocument withTitle(String title) {
		return release(ReleaseEvent.Kind.FINAL, title);
	}

	/** A goal with the parts that plans' forms have. */
	public static ReleaseDocument ofPlanForm() {
		ReleaseDocument department = finalRelease();
		ReleaseDocument.Results results = new ReleaseDocument.Results(List.of(), List.of(), List.of(), List.of(), null,
				null, List.of(entry(40, 1, "・", "三校区で始めました。")), List.of(entry(41, 0, "", "会場が足りません。")),
				List.of(entry(42, 0, "", "予定どおりに進みました。")), List.of(entry(43, 1, "・", "会場を増やします。")));
		ReleaseDocument.Goal goal = new ReleaseDocument.Goal(source(10, 20), 1, "ごみの減量", List.of(), null, null,
				List.of(), List.of(), List.of(), List.of(), results, "No.3", List.of(entry(44, 0, "", "海を守るためです。")),
				List.of(entry(45, 0, "", "分別を広げていきます。")), List.of(new ReleaseDocument.Target("ア ", "3校区以上")),
				List.of(new ReleaseDocument.Responsible(Responsibility.Role.PRIMARY, "資源循環課"),
						new ReleaseDocument.Responsible(Responsibility.Role.RELATED, "全ての課等")),
				List.of("環境基本計画"));
		return new ReleaseDocument(department.schemaVersion(), department.city(), department.fiscalYear(),
				department.unit(), department.kind(), department.round(), department.edition(),
				department.decisionDate(), department.documentNumber(), department.publishAt(), null, List.of(goal),
				List.of());
	}

	private static ReleaseDocument release(ReleaseEvent.Kind kind, String title) {
		boolean last = kind == ReleaseEvent.Kind.FINAL;
		return new ReleaseDocument(ReleaseDocument.SCHEMA_VERSION, new ReleaseDocument.City("nagisa", "なぎさ市"), 2026,
				new ReleaseDocument.Unit("environment", "環境部", "部長", "環境部長"), kind, last ? Round.YEAR_END : null,
				last ? 2 : 1, LocalDate.of(2026, 11, 20), "渚環第123号", Instant.parse("2026-11-21T00:00:00Z"),
				new ReleaseDocument.MissionAndPolicies(source(1, last ? 2 : null),
						List.of(paragraph(3, "海と山の恵みを次の世代に渡します。"), paragraph(4, "まちを清潔に保ちます。")),
						List.of(paragraph(5, "市民・事業者と一緒に取り組みます。"), entry(6, 1, "○", "分別を広げます。"), entry(7, 2, "＊",
								"出前講座を開きます。\n改行も残ります。")),
						last ? List.of(entry(8, 1, "○", "分別の説明会を12回開きました。")) : null),
				List.of(goal(title, last)), List
					.of(new ReleaseDocument.Goal(source(30, null), 1, "資源循環のまち", List.of(), null, null,
							List.of(entry(31, 1, "○", "ごみを2割減らします。")), List.of(),
							List.of(entry(32, 0, "", "令和8年度～令和11年度：分別の拡大")),
							List.of(new ReleaseDocument.PlanDimension("basic-policy", "基本政策",
									List.of(new ReleaseDocument.Link(PlanLink.Choice.NODE, "12", "資源を大切にするまち")))),
							null)));
	}

	private static ReleaseDocument.Goal goal(String title, boolean last) {
		return new ReleaseDocument.Goal(source(10, last ? 20 : null), 1, title, List.of(Tag.PRIORITY), "資源循環課", 1,
				List.of(),
				List.of(entry(11, 1, "○", "分別の説明会を開きます。"),
						new Entry(id(12), 2, "＊", "3校区以上、7月～3月", List.of(Tag.NEW), false),
						entry(13, 1, "○", "<b>太字</b> & \"引用\" '一重' `${7*7}`")),
				List.of(), List.of(
						new ReleaseDocument.PlanDimension("comprehensive-plan", "総合計画",
								List.of(new ReleaseDocument.Link(PlanLink.Choice.NODE, "1-1-①", "資源循環の推進"),
										new ReleaseDocument.Link(PlanLink.Choice.AS_PRINTED, "9-9-⑨", "どの版にもない施策"))),
						new ReleaseDocument.PlanDimension("basic-policy", "基本政策",
								List.of(new ReleaseDocument.Link(PlanLink.Choice.NO_LINK, "0", "")))),
				last ? results() : null);
	}

	private static ReleaseDocument.Results results() {
		return new ReleaseDocument.Results(
				List.of(entry(14, 1, "○", "説明会を4校区で開きました。"), new Entry(id(15), 1, "○", "広報紙で知らせました。", List.of(), true)),
				List.of(entry(16, 1, "○", "残る校区でも開きます。")),
				List.of(new ReleaseDocument.Outcome(id(12), ReportContent.Outcome.DONE_LATE, LocalDate.of(2026, 10, 1),
						"会場の都合で一月遅れました"),
						new ReleaseDocument.Outcome(id(99), ReportContent.Outcome.CANCELLED, null, "目標の変更でなくなった取組")),
				List.of(new ReleaseDocument.Figure(id(12), "開催校区", "4校区", LocalDate.of(2026, 9, 30),
						ReportContent.Certainty.FINAL)),
				new ReleaseDocument.Grade("達成度（四段階）", "A", "達成", "目標を達成した", "計画を上回った"), ReportContent.NextStep.EXPAND);
	}

	private static Source source(int goal, @Nullable Integer report) {
		return new Source(id(goal), 3, (report != null) ? id(report) : null, (report != null) ? 4L : null);
	}

	private static Entry paragraph(int id, String text) {
		return entry(id, 0, "", text);
	}

	private static Entry entry(int id, int level, String marker, String text) {
		return new Entry(id(id), level, marker, text, List.of(), false);
	}

	private static UUID id(int number) {
		return UUID.fromString("018f2f6e-0000-7000-8000-%012d".formatted(number));
	}

}
