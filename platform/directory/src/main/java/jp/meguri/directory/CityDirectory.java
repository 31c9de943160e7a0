package jp.meguri.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;

/**
 * One city's people, units and cycles at one moment; does not change once made.
 */
public final class CityDirectory {

	private static final Set<RoleCode> COVERING = EnumSet.of(RoleCode.HEAD, RoleCode.COORDINATOR, RoleCode.DEPUTY);

	private final Municipality municipality;

	private final Map<UUID, Unit> units;

	private final Map<UUID, Person> persons;

	private final Map<Integer, CycleView> cycles;

	public CityDirectory(Municipality municipality, Collection<Unit> units, Collection<Person> persons,
			Collection<CycleView> cycles) {
		this.municipality = municipality;
		this.units = units.stream().collect(Collectors.toUnmodifiableMap(Unit::id, Function.identity()));
		this.persons = persons.stream().collect(Collectors.toUnmodifiableMap(Person::id, Function.identity()));
		this.cycles = cycles.stream()
			.map(this::withParents)
			.collect(Collectors.toUnmodifiableMap(CycleView::fiscalYear, Function.identity()));
	}

	public Municipality municipality() {
		return this.municipality;
	}

	public Optional<Unit> unit(UUID id) {
		return Optional.ofNullable(this.units.get(id));
	}

	public Optional<Unit> unitByCode(String code) {
		return this.units.values().stream().filter((unit) -> unit.code().equals(code)).findFirst();
	}

	/**
	 * The units of a fiscal year: departments in printed order, each before its sections.
	 */
	public List<Unit> units(int fiscalYear) {
		List<Unit> existing = this.units.values().stream().filter((unit) -> unit.in(fiscalYear).isPresent()).toList();
		Set<UUID> ids = existing.stream().map(Unit::id).collect(Collectors.toSet());
		return existing.stream()
			.filter((unit) -> !ids.contains(parentOrSelf(unit, fiscalYear)) || isRoot(unit, fiscalYear))
			.sorted(byOrdinal(fiscalYear))
			.flatMap((unit) -> withSections(unit, existing, fiscalYear, new HashSet<>()))
			.toList();
	}

	/** The unit and all units below it in that fiscal year. */
	public Set<UUID> unitAndBelow(UUID unit, int fiscalYear) {
		Set<UUID> found = new HashSet<>(Set.of(unit));
		while (found.addAll(childrenOf(found, fiscalYear))) {
			// until nothing is below what was found
		}
		return Set.copyOf(found);
	}

	/** The unit above it in that fiscal year. */
	public Optional<UUID> parentOf(UUID unit, int fiscalYear) {
		return unit(unit).flatMap((found) -> found.in(fiscalYear)).map(UnitYear::parent);
	}

	public Optional<Person> person(UUID id) {
		return Optional.ofNullable(this.persons.get(id));
	}

	/** Everybody who has any assignment on that day. */
	public List<Person> personsOn(LocalDate day) {
		return this.persons.values()
			.stream()
			.filter((person) -> !person.assignmentsOn(day).isEmpty())
			.sorted(Comparator.comparing(Person::id))
			.toList();
	}

	/** Who holds that role at that very unit on that day, in a stable order. */
	public List<Person> personsHolding(UUID unit, RoleCode role, LocalDate day) {
		return personsOn(day).stream()
			.filter((person) -> person.assignmentsOn(day)
				.stream()
				.anyMatch((assignment) -> assignment.role() == role && assignment.unit().equals(unit)))
			.toList();
	}

	/** Who holds that role anywhere in the city on that day. */
	public List<Person> personsHolding(RoleCode role, LocalDate day) {
		return personsOn(day).stream()
			.filter((person) -> person.assignmentsOn(day).stream().anyMatch((assignment) -> assignment.role() == role))
			.toList();
	}

	public Optional<CycleView> cycle(int fiscalYear) {
		return Optional.ofNullable(this.cycles.get(fiscalYear));
	}

	/** All cycles, the latest year first. */
	public List<CycleView> cycles() {
		return this.cycles.values()
			.stream()
			.sorted(Comparator.comparing(CycleView::fiscalYear, Comparator.reverseOrder()))
			.toList();
	}

	/** Whoever this is at the provider, with the roles valid on that day. */
	Optional<Actor> actor(String issuer, String subject, LocalDate day) {
		return this.persons.values()
			.stream()
			.filter((person) -> subject.equals(person.subject()) && issuer.equals(person.issuer()))
			.min(Comparator.comparing(Person::id))
			.map((person) -> actor(person, day));
	}

	private Actor actor(Person person, LocalDate day) {
		int fiscalYear = FiscalYear.of(day).year();
		List<Role> roles = person.assignmentsOn(day)
			.stream()
			.flatMap((assignment) -> rolesOf(assignment, fiscalYear))
			.distinct()
			.toList();
		return new Actor(person.id(), person.name(), this.municipality, roles);
	}

	private Set<UUID> childrenOf(Set<UUID> parents, int fiscalYear) {
		return this.units.keySet()
			.stream()
			.filter((unit) -> parentOf(unit, fiscalYear).filter(parents::contains).isPresent())
			.collect(Collectors.toSet());
	}

	private Stream<Role> rolesOf(Assignment assignment, int fiscalYear) {
		if (!COVERING.contains(assignment.role())) {
			return Stream.of(new Role(assignment.unit(), assignment.role()));
		}
		return unitAndBelow(assignment.unit(), fiscalYear).stream()
			.sorted()
			.map((unit) -> new Role(unit, assignment.role(), assignment.unit()));
	}

	private CycleView withParents(CycleView cycle) {
		Map<UUID, UUID> parents = new HashMap<>();
		this.units.keySet()
			.forEach((unit) -> parentOf(unit, cycle.fiscalYear()).ifPresent((parent) -> parents.put(unit, parent)));
		return new CycleView(cycle.id(), cycle.municipality(), cycle.fiscalYear(), cycle.mode(), cycle.rounds(),
				cycle.windows(), parents);
	}

	private Stream<Unit> withSections(Unit unit, List<Unit> existing, int fiscalYear, Set<UUID> seen) {
		if (!seen.add(unit.id())) {
			return Stream.empty();
		}
		Stream<Unit> below = existing.stream()
			.filter((candidate) -> parentOf(candidate.id(), fiscalYear).filter(unit.id()::equals).isPresent())
			.sorted(byOrdinal(fiscalYear))
			.flatMap((section) -> withSections(section, existing, fiscalYear, seen));
		return Stream.concat(Stream.of(unit), below);
	}

	private boolean isRoot(Unit unit, int fiscalYear) {
		return parentOf(unit.id(), fiscalYear).isEmpty();
	}

	private UUID parentOrSelf(Unit unit, int fiscalYear) {
		return parentOf(unit.id(), fiscalYear).orElse(unit.id());
	}

	private static Comparator<Unit> byOrdinal(int fiscalYear) {
		return Comparator.<Unit>comparingInt((unit) -> unit.in(fiscalYear).map(UnitYear::ordinal).orElse(0))
			.thenComparing(Unit::code);
	}

}
