package jp.meguri.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.GoalSnapshot;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * One invented city with a department and a fiscal year of its own for each test,
 * announced by events as the catalog and goals-service would.
 */
final class InventedCity {

	private static final UUID NAGISA = UUID.randomUUID();

	private static final AtomicInteger YEARS = new AtomicInteger(2030);

	private static final EventActor SOMEBODY = new EventActor(null, "試験");

	final UUID id;

	private final String slug;

	final int year = YEARS.incrementAndGet();

	final UUID civic = UUID.randomUUID();

	final UUID planning = UUID.randomUUID();

	final String clerk = "clerk-" + this.year;

	final String head = "head-" + this.year;

	final String planner = "planner-" + this.year;

	final List<EventEnvelope<?>> announced = new ArrayList<>();

	private final UUID sheet = UUID.randomUUID();

	private final EventPublisherForTests events;

	private final AtomicLong sheetSeq = new AtomicLong();

	private final UUID cycle = UUID.randomUUID();

	private final UUID window = UUID.randomUUID();

	private long cycleVersion;

	InventedCity(EventPublisherForTests events) {
		this(events, NAGISA, "nagisa");
	}

	InventedCity(EventPublisherForTests events, UUID id, String slug) {
		this.events = events;
		this.id = id;
		this.slug = slug;
	}

	/**
	 * Announces the city with a clerk, a head and a planner, and a window for goals. Once
	 * the planner is known, so is that the copy is up to date.
	 */
	void announce(CycleMode mode, Instant windowCloses) {
		catalog(this.id, 1,
				new MunicipalityChanged(this.id, this.slug, "なぎさ市", false, List.of(TestTokens.issuer(this.slug))));
		unit(this.civic, UnitKind.DEPARTMENT, "くらし協働部");
		unit(this.planning, UnitKind.PLANNING_DIVISION, "政策企画課");
		person(this.clerk, "佐藤 花", this.civic, RoleCode.STAFF);
		person(this.head, "鈴木 一郎", this.civic, RoleCode.HEAD);
		catalog(UUID.randomUUID(), 1, new CatalogEvent.Heartbeat(this.id, Instant.now()));
		person(this.planner, "山田 薫", this.planning, RoleCode.PLANNING);
		window(mode, windowCloses);
	}

	void window(CycleMode mode, Instant closes) {
		catalog(this.cycle, ++this.cycleVersion,
				new CycleChanged(this.cycle, this.year, mode, List.of(Round.YEAR_END),
						List.of(new Window(this.window, WindowKind.GOALS, null, Instant.parse("2026-04-01T00:00:00Z"),
								closes, this.cycleVersion, "", List.of()))));
	}

	String token(String subject) {
		return TestTokens.tokenFor(this.slug, subject);
	}

	/** The same unit's goal on the sheet of a plan. */
	GoalSnapshot goalOfPlan(UUID goal, UUID edition, ReviewState state, long revision) {
		GoalSnapshot own = goal(goal, state, revision);
		return new GoalSnapshot(goal, edition, own.sheetSeq(), own.ownerUnit(), own.fiscalYear(), own.kind(), 1, state,
				revision, own.content(), List.of(), null, edition);
	}

	GoalSnapshot goal(UUID goal, ReviewState state, long revision) {
		GoalContent content = new GoalContent("窓口サービスの向上", List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(), List.of(), null, null);
		return new GoalSnapshot(goal, this.sheet, this.sheetSeq.incrementAndGet(), this.civic, this.year,
				GoalKind.ANNUAL_GOAL, 1, state, revision, content, List.of(), null);
	}

	void happened(GoalEvent event, long version, CycleMode mode, @Nullable String correlation) {
		send(EventEnvelope.of(this.id, "goal", event.goal().id(), version, this.sheet, Instant.now(), mode, SOMEBODY,
				correlation, event), Topics.GOALS);
	}

	/** The same, out of a click whose trace is known. */
	void happened(GoalEvent event, String correlation, String traceparent) {
		this.events.publish(EventEnvelope.of(this.id, "goal", event.goal().id(), 1, this.sheet, Instant.now(),
				CycleMode.LIVE, SOMEBODY, correlation, event), Topics.GOALS, traceparent);
	}

	void announceEverythingAgain() {
		List.copyOf(this.announced)
			.forEach((event) -> this.events.publish(event,
					(event.data() instanceof CatalogEvent) ? Topics.CATALOG : Topics.GOALS));
	}

	void plan(UUID edition, String name) {
		catalog(edition, 1, new PlanEditionChanged(edition, UUID.randomUUID(), "reform-plan", name, "第1次", this.year,
				this.year, List.of()));
	}

	/** The catalog has taken what a document offered. */
	void answered(ImportAnswer answer) {
		send(EventEnvelope.of(this.id, "import-part", ImportAnswer.aggregateOf(answer.importId(), answer.part()), 1,
				this.id, Instant.now(), CycleMode.LIVE, SOMEBODY, null, answer), Topics.CATALOG);
	}

	/** A report on a goal of a plan, opened or submitted. */
	void happened(ReportEvent event) {
		send(EventEnvelope.of(this.id, "report", event.report().id(), 1, event.report().sheet(), Instant.now(),
				CycleMode.LIVE, SOMEBODY, "report-click", event), Topics.EVALUATIONS);
	}

	private void unit(UUID unit, UnitKind kind, String name) {
		catalog(unit, 1, new UnitChanged(unit, "u" + unit.toString().substring(0, 8), kind,
				List.of(new UnitYear(this.year, name, null, 1, "部長", "", ""))));
	}

	private void person(String subject, String name, UUID unit, RoleCode role) {
		UUID person = UUID.randomUUID();
		catalog(person, 1, new PersonChanged(person, name, subject + "@nagisa.example", TestTokens.issuer(this.slug),
				subject, List.of(new Assignment(UUID.randomUUID(), unit, role, LocalDate.of(2026, 4, 1), null))));
	}

	private void catalog(UUID aggregate, long version, CatalogEvent event) {
		send(EventEnvelope.of(this.id, event.getClass().getSimpleName(), aggregate, version, this.id, Instant.now(),
				CycleMode.LIVE, SOMEBODY, null, event), Topics.CATALOG);
	}

	private void send(EventEnvelope<?> event, String topic) {
		this.announced.add(event);
		this.events.publish(event, topic);
	}

}
