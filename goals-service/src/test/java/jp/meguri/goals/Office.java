package jp.meguri.goals;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.events.catalog.CatalogEvent.Heartbeat;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.catalog.CatalogEvent.Window;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * The city office of the tests, announced as the catalog does: なぎさ市 and つきみ市 with the
 * people of the demonstration, and the operators. Every test takes a fiscal year of its
 * own.
 */
public final class Office {

	public static final UUID NAGISA = id("nagisa");

	public static final UUID TSUKIMI = id("tsukimi");

	public static final UUID OPERATIONS = id("operations");

	public static final UUID CIVIC = id("nagisa/civic");

	public static final UUID COLLABORATION = id("nagisa/civic-collab");

	public static final UUID ENVIRONMENT = id("nagisa/environment");

	public static final UUID PLANNING = id("nagisa/planning");

	public static final UUID TSUKIMI_CIVIC = id("tsukimi/civic");

	public static final UUID TSUKIMI_PLANNING = id("tsukimi/planning");

	/** 1-1-① of 総合計画, and the only node of 基本政策. */
	public static final UUID NODE = id("office/1-1");

	public static final UUID BASIC_POLICY = id("office/12");

	// The imports' tests announce a part of the same office, as the version before.
	private static final long ANNOUNCED = 2;

	private static final AtomicInteger YEARS = new AtomicInteger(2030);

	private static final Map<Integer, CycleChanged> CYCLES = new LinkedHashMap<>();

	private static @Nullable Office instance;

	private final EventPublisherForTests events = new EventPublisherForTests();

	private final Caller reader;

	private Office(int port) {
		this.reader = new Caller(port, "nagisa", "yamada");
	}

	/** The office, announced once for all tests of the JVM. */
	public static synchronized Office of(int port) {
		if (instance == null) {
			instance = new Office(port);
			instance.announceEverything();
		}
		return instance;
	}

	/** A fiscal year in which goals are written now. */
	public int openYear() {
		Instant now = Instant.now();
		return year(CycleMode.LIVE, now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(30)), "OPEN");
	}

	/** A fiscal year that is only registered (過年度登録). */
	public int backLoadedYear() {
		return year(CycleMode.BACK_LOADING, null, null, "OPEN");
	}

	/** The year's entry period ends now; 環境部 goes on. */
	public void close(int fiscalYear) {
		CycleChanged before = CYCLES.get(fiscalYear);
		Window window = before.windows().get(0);
		Instant now = Instant.now();
		var longer = new Extension(UUID.randomUUID(), ENVIRONMENT, now.plus(Duration.ofDays(9)), "災害対応のため");
		var closed = new Window(window.id(), window.kind(), null, window.opensAt(), now.minus(Duration.ofHours(1)),
				window.revision() + 1, "議会日程のため", List.of(longer));
		announce(before.id(), 2, NAGISA,
				new CycleChanged(before.id(), fiscalYear, before.mode(), before.rounds(), List.of(closed)));
		awaitWindow(fiscalYear, "CLOSED");
	}

	public EventPublisherForTests events() {
		return this.events;
	}

	private int year(CycleMode mode, @Nullable Instant opens, @Nullable Instant closes, String status) {
		int year = YEARS.incrementAndGet();
		List<Window> windows = (opens != null && closes != null)
				? List.of(new Window(UUID.randomUUID(), WindowKind.GOALS, null, opens, closes, 1, "", List.of()))
				: List.of();
		var cycle = new CycleChanged(UUID.randomUUID(), year, mode, List.of(), windows);
		CYCLES.put(year, cycle);
		announce(cycle.id(), 1, NAGISA, cycle);
		awaitWindow(year, status);
		return year;
	}

	private void awaitWindow(int year, String status) {
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200)).until(() -> {
			Answer answer = this.reader.get("/api/goals/sheets/" + year + "/" + CIVIC);
			return answer.status() == 200 && answer.body().at("/window/status").asString().equals(status);
		});
	}

	private void announceEverything() {
		city(NAGISA, "nagisa", "なぎさ市", false);
		city(TSUKIMI, "tsukimi", "つきみ市", false);
		city(OPERATIONS, "operations", "運用", true);
		department(NAGISA, CIVIC, "civic", "くらし協働部", null, UnitKind.DEPARTMENT);
		department(NAGISA, COLLABORATION, "civic-collab", "協働推進課", CIVIC, UnitKind.SECTION);
		department(NAGISA, ENVIRONMENT, "environment", "環境部", null, UnitKind.DEPARTMENT);
		department(NAGISA, PLANNING, "planning", "政策企画課", null, UnitKind.PLANNING_DIVISION);
		department(TSUKIMI, TSUKIMI_CIVIC, "civic", "市民部", null, UnitKind.DEPARTMENT);
		department(TSUKIMI, TSUKIMI_PLANNING, "planning", "企画課", null, UnitKind.PLANNING_DIVISION);
		person(NAGISA, "nagisa", "sato", "佐藤 花", role(CIVIC, RoleCode.STAFF));
		person(NAGISA, "nagisa", "suzuki", "鈴木 一郎", role(CIVIC, RoleCode.HEAD));
		person(NAGISA, "nagisa", "takahashi", "高橋 誠", role(COLLABORATION, RoleCode.STAFF));
		person(NAGISA, "nagisa", "tanaka", "田中 実", role(ENVIRONMENT, RoleCode.STAFF));
		person(NAGISA, "nagisa", "watanabe", "渡辺 環", role(ENVIRONMENT, RoleCode.HEAD));
		person(NAGISA, "nagisa", "ito", "伊藤 恵", role(ENVIRONMENT, RoleCode.HEAD), role(CIVIC, RoleCode.STAFF));
		person(NAGISA, "nagisa", "yamada", "山田 薫", role(PLANNING, RoleCode.PLANNING));
		person(NAGISA, "nagisa", "kato", "加藤 前任", new Assignment(UUID.randomUUID(), CIVIC, RoleCode.STAFF,
				LocalDate.of(2020, 4, 1), LocalDate.of(2026, 3, 31)));
		person(TSUKIMI, "tsukimi", "mori", "森 葉子", role(TSUKIMI_CIVIC, RoleCode.STAFF));
		person(TSUKIMI, "tsukimi", "hayashi", "林 望", role(TSUKIMI_PLANNING, RoleCode.PLANNING));
		person(OPERATIONS, "operations", "ops", "運用 担当", role(OPERATIONS, RoleCode.OPERATOR));
		edition("comprehensive-plan", "総合計画", "前期基本計画",
				List.of(new PlanNode(id("office/1"), null, 1, List.of(1), "1", "ともに支えあうまち", false),
						new PlanNode(NODE, id("office/1"), 1, List.of(1, 1), "1-①", "地域の自治を進めます", true),
						new PlanNode(id("office/1-11"), id("office/1"), 2, List.of(1, 11), "1-⑪", "市民活動を支えます", true)));
		edition("basic-policy", "基本政策", "2024年度版",
				List.of(new PlanNode(BASIC_POLICY, null, 1, List.of(12), "12", "協働のまちづくり", true)));
		for (UUID city : List.of(NAGISA, TSUKIMI, OPERATIONS)) {
			announce(UUID.randomUUID(), 1, city, new Heartbeat(city, Instant.now()));
		}
		await().atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(300))
			.until(() -> this.reader.get("/api/goals/plan-nodes?fiscalYear=2031").body().at("/items").size() == 4);
	}

	private void city(UUID id, String slug, String name, boolean operations) {
		announce(id, ANNOUNCED, id,
				new MunicipalityChanged(id, slug, name, operations, List.of(TestTokens.issuer(slug))));
	}

	private void department(UUID city, UUID id, String code, String name, @Nullable UUID parent, UnitKind kind) {
		List<UnitYear> years = Stream.iterate(2019, (year) -> year <= 2150, (year) -> year + 1)
			.map((year) -> new UnitYear(year, name, parent, 1, "部長", name + "長", "内線1234"))
			.toList();
		announce(id, ANNOUNCED, city, new UnitChanged(id, code, kind, years));
	}

	private void person(UUID city, String issuer, String subject, String name, Assignment... assignments) {
		UUID id = personId(subject);
		announce(id, ANNOUNCED, city, new PersonChanged(id, name, subject + "@example.jp", TestTokens.issuer(issuer),
				subject, List.of(assignments)));
	}

	/** An edition of 1999 to 2100; there once this returns. */
	public void announceEdition(UUID id, String dimension, String name, List<PlanNode> nodes) {
		announce(id, 1, NAGISA,
				new PlanEditionChanged(id, UUID.randomUUID(), dimension, "計画", name, 1999, 2100, nodes));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.reader.get("/api/goals/plan-nodes?fiscalYear=1999").body().at("/items").size() >= 1);
	}

	private void edition(String dimension, String planName, String name, List<PlanNode> nodes) {
		UUID id = UUID.randomUUID();
		announce(id, 1, NAGISA,
				new PlanEditionChanged(id, UUID.randomUUID(), dimension, planName, name, 2030, 2150, nodes));
	}

	private void announce(UUID aggregate, long version, UUID city, CatalogEvent event) {
		this.events.publish(EventEnvelope.of(city, "catalog", aggregate, version, city, Instant.now(), CycleMode.LIVE,
				EventActor.SYSTEM, null, event), Topics.CATALOG);
	}

	public static UUID personId(String subject) {
		return id("person/" + subject);
	}

	private static Assignment role(UUID unit, RoleCode code) {
		return new Assignment(UUID.randomUUID(), unit, code, LocalDate.of(2020, 4, 1), null);
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
