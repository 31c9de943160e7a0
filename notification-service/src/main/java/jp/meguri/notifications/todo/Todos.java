package jp.meguri.notifications.todo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.CycleView;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Unit;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.notifications.deadline.DeadlineRepository;
import jp.meguri.notifications.deadline.DueDay;
import jp.meguri.notifications.notice.Facts;
import jp.meguri.notifications.notice.Wording;
import jp.meguri.notifications.work.Turn;
import jp.meguri.notifications.work.WorkItem;
import jp.meguri.notifications.work.WorkItemRepository;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What waits for a person (やること), made from the states of goals and reports and the
 * person's roles; nothing is stored.
 */
@Component
class Todos {

	private static final List<ReviewState> WAITING = Stream.of(ReviewState.values())
		.filter((state) -> Turn.of(state).isPresent())
		.toList();

	private static final Comparator<Todo> URGENT_FIRST = Comparator
		.comparing(Todo::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing(Todo::kind)
		.thenComparing(Todo::unitName)
		.thenComparing(Todo::link);

	private final WorkItemRepository items;

	private final DeadlineRepository deadlines;

	private final Directory directory;

	private final CityTransaction transaction;

	private final Wording wording;

	private final BusinessClock clock;

	Todos(WorkItemRepository items, DeadlineRepository deadlines, Directory directory, CityTransaction transaction,
			Wording wording, BusinessClock clock) {
		this.items = items;
		this.deadlines = deadlines;
		this.directory = directory;
		this.transaction = transaction;
		this.wording = wording;
		this.clock = clock;
	}

	Mono<List<Todo>> of(Actor actor) {
		return this.directory.city(actor.municipality())
			.flatMap((city) -> this.transaction.in(actor.municipality(), of(actor, city)))
			.defaultIfEmpty(List.of());
	}

	private Mono<List<Todo>> of(Actor actor, CityDirectory city) {
		Mono<List<DueDay>> dueDays = Flux.fromIterable(city.cycles())
			.concatMap((cycle) -> this.deadlines.dueDays(actor.municipality(), cycle.fiscalYear()))
			.flatMapIterable((days) -> days)
			.collectList();
		return this.items.inStates(actor.municipality(), WAITING)
			.zipWhen((waiting) -> dueDays)
			.zipWhen((known) -> this.items.planNames(actor.municipality()),
					(known, plans) -> new Known(known.getT1(), known.getT2(), plans))
			.flatMap((known) -> notBegun(actor, city).map((units) -> Stream
				.concat(waiting(actor, city, known), units.stream().map((unit) -> begin(unit, known.dueDays())))
				.sorted(URGENT_FIRST)
				.toList()));
	}

	private Stream<Todo> waiting(Actor actor, CityDirectory city, Known known) {
		Map<Group, List<WorkItem>> groups = known.items()
			.stream()
			.filter((item) -> isMine(actor, item))
			.filter((item) -> !isNotOpenYet(item, known.dueDays()))
			.collect(Collectors.groupingBy(Group::of));
		return groups.entrySet().stream().map((group) -> todo(city, group.getKey(), group.getValue(), known));
	}

	private static boolean isMine(Actor actor, WorkItem item) {
		RoleCode turn = Turn.of(item.state()).orElseThrow();
		return switch (turn) {
			case STAFF -> actor.holds(RoleCode.STAFF, item.ownerUnit())
					|| (actor.is(RoleCode.PLANNING) && actor.holds(RoleCode.PLANNING, item.ownerUnit()));
			case PLANNING -> actor.is(RoleCode.PLANNING);
			default -> actor.holds(turn, item.ownerUnit());
		};
	}

	/** A report that cannot be written yet waits for nobody. */
	private boolean isNotOpenYet(WorkItem item, List<DueDay> dueDays) {
		Instant now = this.clock.now();
		return item.state() == ReviewState.PENDING
				&& dueDay(item.ownerUnit(), item.fiscalYear(), item.kind(), item.round(), dueDays)
					.filter((day) -> day.opensAt().isAfter(now))
					.isPresent();
	}

	private Todo todo(CityDirectory city, Group group, List<WorkItem> items, Known known) {
		UUID unit = items.get(0).ownerUnit();
		LocalDate dueOn = items.stream()
			.map(WorkItem::ownerUnit)
			.distinct()
			.flatMap(
					(owner) -> dueDay(owner, group.fiscalYear(), group.what(), group.round(), known.dueDays()).stream())
			.map(DueDay::on)
			.min(Comparator.naturalOrder())
			.orElse(null);
		String unitName = Optional.ofNullable(known.plans().get(group.owner()))
			.or(() -> city.unit(unit).map((found) -> found.nameIn(group.fiscalYear())))
			.orElse("");
		Facts facts = new Facts(unitName, group.fiscalYear(), group.what(), "", dueOn, "", "");
		String key = "todo." + group.kind();
		return new Todo(group.kind(), this.wording.sentence(key, facts, items.size(), Locale.JAPANESE),
				this.wording.sentence(key, facts, items.size(), Locale.ENGLISH), items.get(0).link(), unit, unitName,
				group.fiscalYear(), dueOn, items.size());
	}

	/**
	 * Departments of this person that have not written anything while the window is open.
	 */
	private Mono<List<UnitOfYear>> notBegun(Actor actor, CityDirectory city) {
		return Flux.fromIterable(city.cycles())
			.filter((cycle) -> !cycle.isBackLoading())
			.concatMap((cycle) -> notBegun(actor, city, cycle))
			.collectList();
	}

	private Flux<UnitOfYear> notBegun(Actor actor, CityDirectory city, CycleView cycle) {
		return Flux.fromIterable(actor.unitsAs(RoleCode.STAFF))
			.concatMap((id) -> Mono.justOrEmpty(city.unit(id)))
			.filter((unit) -> unit.kind() == UnitKind.DEPARTMENT && unit.in(cycle.fiscalYear()).isPresent())
			.filterWhen(
					(unit) -> this.items.ofUnit(actor.municipality(), unit.id(), cycle.fiscalYear(), WorkKind.GOAL, "")
						.map((items) -> items.stream().allMatch(WorkItem::isOfPlan)))
			.map((unit) -> new UnitOfYear(unit, cycle.fiscalYear()))
			.filter((unit) -> cycle.windows()
				.stream()
				.anyMatch((window) -> window.round() == null && !window.opensAt().isAfter(this.clock.now())
						&& window.closesAt().isAfter(this.clock.now())));
	}

	private Todo begin(UnitOfYear of, List<DueDay> dueDays) {
		UUID unit = of.unit().id();
		String unitName = of.unit().nameIn(of.fiscalYear());
		LocalDate dueOn = dueDay(unit, of.fiscalYear(), WorkKind.GOAL, "", dueDays).map(DueDay::on).orElse(null);
		Facts facts = new Facts(unitName, of.fiscalYear(), WorkKind.GOAL, "", dueOn, "", "");
		return new Todo(Todo.Kind.BEGIN, this.wording.sentence("todo.BEGIN", facts, 0, Locale.JAPANESE),
				this.wording.sentence("todo.BEGIN", facts, 0, Locale.ENGLISH),
				"/sheets/%d/%s".formatted(of.fiscalYear(), unit), unit, unitName, of.fiscalYear(), dueOn, 0);
	}

	private static Optional<DueDay> dueDay(UUID unit, int fiscalYear, WorkKind kind, String round,
			List<DueDay> dueDays) {
		return dueDays.stream()
			.filter((day) -> day.unit().equals(unit) && day.fiscalYear() == fiscalYear && day.kind() == kind
					&& day.round().equals(round))
			.findFirst();
	}

	private record UnitOfYear(Unit unit, int fiscalYear) {
	}

	/**
	 * @param plans names by edition
	 */
	private record Known(List<WorkItem> items, List<DueDay> dueDays, Map<UUID, String> plans) {
	}

	/**
	 * What is done on one sheet at once.
	 *
	 * @param owner the unit, or the plan's edition whose sheet it is
	 */
	private record Group(Todo.Kind kind, UUID owner, int fiscalYear, WorkKind what, String round) {

		static Group of(WorkItem item) {
			return new Group(kind(item.state()), (item.edition() != null) ? item.edition() : item.ownerUnit(),
					item.fiscalYear(), item.kind(), item.round());
		}

		private static Todo.Kind kind(ReviewState state) {
			return switch (Turn.of(state).orElseThrow()) {
				case STAFF -> (state == ReviewState.RETURNED) ? Todo.Kind.RETURNED : Todo.Kind.STAFF;
				case PLANNING -> Todo.Kind.PLANNING;
				default -> Todo.Kind.HEAD;
			};
		}

	}

}
