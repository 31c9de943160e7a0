package jp.meguri.catalog.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.goals.ImportEvent.OfferedUnit;
import jp.meguri.events.goals.ImportEvent.OrganisationOffered;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What the offered units become in the city office of their year. A unit of that name in
 * that year is the same unit. Whether one of another year has become it is never guessed:
 * goals that name the offered id would lose their unit.
 */
final class UnitTaking {

	static final String INVALID = "import.unit-invalid";

	static final String AMBIGUOUS = "import.unit-ambiguous";

	private static final int MOST = 500;

	private static final int CODE_DIGITS = 12;

	private final int fiscalYear;

	private final Map<UUID, OfferedUnit> offered;

	private final Map<UUID, UnitChanged> units;

	private final Map<UUID, UnitChanged> created = new LinkedHashMap<>();

	private final Map<UUID, UUID> taken = new LinkedHashMap<>();

	private final Set<UUID> underWay = new HashSet<>();

	private UnitTaking(OrganisationOffered offer, List<UnitChanged> units) {
		this.fiscalYear = offer.fiscalYear();
		this.offered = offer.units()
			.stream()
			.collect(Collectors.toMap(OfferedUnit::id, Function.identity(), (first, second) -> first));
		this.units = units.stream()
			.collect(Collectors.toMap(UnitChanged::id, Function.identity(), (first, second) -> second, HashMap::new));
	}

	static UnitTaking of(OrganisationOffered offer, List<UnitChanged> units) {
		require(offer);
		UnitTaking taking = new UnitTaking(offer, units);
		offer.units().forEach(taking::take);
		return taking;
	}

	/** Units to create, those above before those below. */
	List<UnitChanged> created() {
		return List.copyOf(this.created.values());
	}

	List<Match> matches() {
		return this.taken.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals(entry.getValue()))
			.map((entry) -> new Match(entry.getKey(), entry.getValue()))
			.toList();
	}

	private UUID take(OfferedUnit unit) {
		UUID known = this.taken.get(unit.id());
		if (known != null) {
			return known;
		}
		if (!this.underWay.add(unit.id())) {
			throw new OfferRefusedException(INVALID);
		}
		UUID above = above(unit.parent());
		UUID id = this.units.containsKey(unit.id()) ? unit.id()
				: ofThatYear(unit, above).orElseGet(() -> create(unit, above));
		this.taken.put(unit.id(), id);
		return id;
	}

	private @Nullable UUID above(@Nullable UUID parent) {
		if (parent == null) {
			return null;
		}
		OfferedUnit offeredToo = this.offered.get(parent);
		if (offeredToo != null) {
			return take(offeredToo);
		}
		UnitChanged unit = this.units.get(parent);
		if (unit == null || in(unit, this.fiscalYear).isEmpty()) {
			throw new OfferRefusedException(INVALID);
		}
		return parent;
	}

	private Optional<UUID> ofThatYear(OfferedUnit unit, @Nullable UUID above) {
		List<UnitChanged> same = this.units.values()
			.stream()
			.filter((candidate) -> in(candidate, this.fiscalYear).filter((year) -> isNamed(year, unit))
				.filter((year) -> above == null || above.equals(year.parent()))
				.isPresent())
			.toList();
		if (same.size() > 1) {
			throw new OfferRefusedException(AMBIGUOUS);
		}
		return same.stream().map(UnitChanged::id).findFirst();
	}

	private UUID create(OfferedUnit offered, @Nullable UUID above) {
		UnitYear year = new UnitYear(this.fiscalYear, offered.name(), above, ordinalBelow(above), "", "", "");
		UnitChanged unit = new UnitChanged(offered.id(), codeOf(offered), offered.kind(), List.of(year));
		this.units.put(unit.id(), unit);
		this.created.put(unit.id(), unit);
		return unit.id();
	}

	private int ordinalBelow(@Nullable UUID above) {
		return 1 + this.units.values()
			.stream()
			.flatMap((unit) -> in(unit, this.fiscalYear).stream())
			.filter((year) -> Objects.equals(year.parent(), above))
			.mapToInt(UnitYear::ordinal)
			.max()
			.orElse(0);
	}

	private static Optional<UnitYear> in(UnitChanged unit, int fiscalYear) {
		return unit.years().stream().filter((year) -> year.fiscalYear() == fiscalYear).findFirst();
	}

	private static boolean isNamed(UnitYear year, OfferedUnit unit) {
		return PrintedText.of(year.name()).equals(PrintedText.of(unit.name()));
	}

	/** A document gives no short name; a Japanese name makes none. */
	private static String codeOf(OfferedUnit unit) {
		String digits = unit.id().toString().replace("-", "");
		return "unit-" + digits.substring(digits.length() - CODE_DIGITS);
	}

	// Who plans is decided by people, not by a document.
	private static void require(OrganisationOffered offer) {
		Violations violations = new Violations();
		CatalogRules.fiscalYear(violations, offer.fiscalYear(), "/fiscalYear");
		violations.check(offer.units().size() <= MOST, "/units", "too-many", MOST);
		List<UUID> ids = new ArrayList<>();
		for (OfferedUnit unit : offer.units()) {
			violations.text(unit.name(), "/units", TextRule.name(100))
				.check(unit.kind() != null && unit.kind() != UnitKind.PLANNING_DIVISION, "/units", "choice");
			ids.add(unit.id());
		}
		violations.check(Set.copyOf(ids).size() == ids.size(), "/units", "repeated");
		if (!violations.isEmpty()) {
			throw new OfferRefusedException(INVALID);
		}
	}

}
