package jp.meguri.notifications.submission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Person;
import jp.meguri.directory.Unit;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.notifications.deadline.DeadlineRepository;
import jp.meguri.notifications.deadline.DueDay;
import jp.meguri.notifications.work.Turn;
import jp.meguri.notifications.work.WorkItem;
import jp.meguri.notifications.work.WorkItemRepository;
import jp.meguri.notifications.work.WorkKind;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * 提出状況 of a year: every unit that owes or has handed in something, the overdue first.
 */
@Service
class Submissions {

	private static final Comparator<SubmissionLine> LATE_FIRST = Comparator.comparing(SubmissionLine::daysLate)
		.reversed()
		.thenComparing(SubmissionLine::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));

	private final WorkItemRepository items;

	private final DeadlineRepository deadlines;

	private final ContactRepository contacts;

	private final Directory directory;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	Submissions(WorkItemRepository items, DeadlineRepository deadlines, ContactRepository contacts, Directory directory,
			CityTransaction transaction, BusinessClock clock) {
		this.items = items;
		this.deadlines = deadlines;
		this.contacts = contacts;
		this.directory = directory;
		this.transaction = transaction;
		this.clock = clock;
	}

	Mono<List<SubmissionLine>> of(Actor actor, int fiscalYear) {
		UUID city = actor.municipality();
		Mono<Known> known = this.items.ofYear(city, fiscalYear)
			.zipWhen((items) -> this.deadlines.dueDays(city, fiscalYear))
			.flatMap((both) -> this.contacts.latest(city, fiscalYear)
				.map((contacts) -> new Known(both.getT1(), both.getT2(), byUnit(contacts))));
		return this.directory.city(city)
			.flatMap((directory) -> this.transaction.in(city, known)
				.map((found) -> lines(directory, fiscalYear, found, this.clock.today())))
			.defaultIfEmpty(List.of());
	}

	private static Map<UUID, Contact> byUnit(List<Contact> contacts) {
		return contacts.stream().collect(Collectors.toMap(Contact::unit, Function.identity()));
	}

	private static List<SubmissionLine> lines(CityDirectory city, int fiscalYear, Known known, LocalDate today) {
		return city.units(fiscalYear)
			.stream()
			.flatMap((unit) -> ofUnit(city, unit, fiscalYear, known, today))
			.sorted(LATE_FIRST)
			.toList();
	}

	private static Stream<SubmissionLine> ofUnit(CityDirectory city, Unit unit, int fiscalYear, Known known,
			LocalDate today) {
		Map<Owed, List<WorkItem>> owed = known.items()
			.stream()
			.filter((item) -> item.ownerUnit().equals(unit.id()))
			.collect(Collectors.groupingBy(Owed::of, TreeMap::new, Collectors.toList()));
		if (unit.kind() == UnitKind.DEPARTMENT) {
			owed.putIfAbsent(Owed.GOALS, List.of());
		}
		return owed.entrySet()
			.stream()
			.map((entry) -> line(city, unit, fiscalYear, entry.getKey(), entry.getValue(), known, today));
	}

	private static SubmissionLine line(CityDirectory city, Unit unit, int fiscalYear, Owed owed, List<WorkItem> items,
			Known known, LocalDate today) {
		RoleCode turn = items.isEmpty() ? RoleCode.STAFF : turn(items).orElse(null);
		LocalDate dueOn = known.dueOn(unit.id(), owed).orElse(null);
		boolean owedByUnit = turn == RoleCode.STAFF || turn == RoleCode.HEAD;
		long late = (dueOn != null && owedByUnit) ? Math.max(0, ChronoUnit.DAYS.between(dueOn, today)) : 0;
		return new SubmissionLine(unit.id(), unit.nameIn(fiscalYear), city.parentOf(unit.id(), fiscalYear).orElse(null),
				owed.kind(), owed.round(),
				items.stream().collect(Collectors.groupingBy(WorkItem::state, TreeMap::new, Collectors.counting())),
				items.size(), turn, names(city, unit, fiscalYear, turn, today), dueOn, late,
				known.contacts().get(unit.id()));
	}

	/** The first in the route of those who have something to do. */
	private static Optional<RoleCode> turn(List<WorkItem> items) {
		return items.stream().flatMap((item) -> Turn.of(item.state()).stream()).min(Comparator.naturalOrder());
	}

	private static List<String> names(CityDirectory city, Unit unit, int fiscalYear, @Nullable RoleCode turn,
			LocalDate today) {
		if (turn == null) {
			return List.of();
		}
		if (turn == RoleCode.PLANNING) {
			return city.personsHolding(RoleCode.PLANNING, today).stream().map(Person::name).toList();
		}
		List<String> own = city.personsHolding(unit.id(), turn, today).stream().map(Person::name).toList();
		Optional<Unit> parent = city.parentOf(unit.id(), fiscalYear).flatMap(city::unit);
		boolean ask = own.isEmpty() && turn != RoleCode.STAFF && parent.isPresent();
		return ask ? names(city, parent.orElseThrow(), fiscalYear, turn, today) : own;
	}

	private record Known(List<WorkItem> items, List<DueDay> dueDays, Map<UUID, Contact> contacts) {

		Optional<LocalDate> dueOn(UUID unit, Owed owed) {
			return this.dueDays.stream()
				.filter((day) -> day.unit().equals(unit) && day.kind() == owed.kind()
						&& day.round().equals(owed.round()))
				.map(DueDay::on)
				.findFirst();
		}

	}

	private record Owed(WorkKind kind, String round) implements Comparable<Owed> {

		static final Owed GOALS = new Owed(WorkKind.GOAL, "");

		static Owed of(WorkItem item) {
			return new Owed(item.kind(), item.round());
		}

		@Override
		public int compareTo(Owed other) {
			return Comparator.comparing(Owed::kind).thenComparing(Owed::round).compare(this, other);
		}

	}

}
