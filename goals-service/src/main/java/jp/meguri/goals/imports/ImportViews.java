package jp.meguri.goals.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Unit;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.goals.imports.ImportService.WithParts;
import jp.meguri.goals.sheet.StandingGoals;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.layout.Width;
import jp.meguri.web.Texts;

/**
 * Makes answers of imports.
 */
@Component
class ImportViews {

	private final GoalAccess access;

	private final Texts texts;

	private final StandingGoals standing;

	ImportViews(GoalAccess access, StandingGoals standing, Texts texts) {
		this.access = access;
		this.standing = standing;
		this.texts = texts;
	}

	Mono<ImportView> of(Actor actor, WithParts found) {
		return this.access.city(actor)
			.flatMap((city) -> comparison(actor, found.stored()).map((compared) -> of(actor, city, found, compared))
				.switchIfEmpty(Mono.fromCallable(() -> of(actor, city, found, null))));
	}

	/** Only of a workbook that is not registered yet. */
	private Mono<ComparisonView> comparison(Actor actor, StoredImport stored) {
		ReadSheet.Layout update = stored.read().update();
		if (update == null || update.unit() == null || update.fiscalYear() == null
				|| stored.state() != StoredImport.State.READ) {
			return Mono.empty();
		}
		UUID unit = update.unit();
		int year = update.fiscalYear();
		return this.standing.of(actor, year, unit)
			.map((goals) -> ComparisonView.of(unit, year, Comparison.of(stored, goals)));
	}

	private ImportView of(Actor actor, CityDirectory city, WithParts found, @Nullable ComparisonView comparison) {
		StoredImport stored = found.stored();
		ReadSheet read = stored.read();
		var open = new ImportView.Allowed(stored.state() == StoredImport.State.READ);
		boolean nothing = comparison != null && comparison.unchanged();
		var registrable = new ImportView.Allowed(open.allowed() && !nothing && mayRegister(actor, read.family()));
		return new ImportView(stored.id(), stored.revision(), stored.name(), stored.sha256(), stored.encoding(),
				read.family(), stored.state(), read.proposedFiscalYear(), read.header(), matchingUnit(city, read),
				stored.unit(), stored.fiscalYear(), stored.sheet(), stored.source(), stored.draft(), read.spans(),
				found.remarks(), read.leftovers(), found.parts().stream().map(this::part).toList(), found.goals(),
				stored.createdByName(), stored.createdAt(), stored.closedByName(), stored.closedAt(),
				Map.of("edit", open, "register", registrable, "abandon", open), stored.edition(), stored.batch(),
				stored.batchName(), ImportView.KnownLayout.of(read.layout()), comparison);
	}

	/** Plans are registered by the planning division only. */
	private static boolean mayRegister(Actor actor, Reading.Family family) {
		return StoredImport.isOfPlan(family) ? actor.is(RoleCode.PLANNING) : family != Reading.Family.UNKNOWN;
	}

	/** Only a hint: the person chooses the unit. */
	private static @Nullable UUID matchingUnit(CityDirectory city, ReadSheet read) {
		Integer year = read.proposedFiscalYear().value();
		String printed = Width.key(read.header().unit().text());
		if (year == null || printed.isEmpty()) {
			return null;
		}
		List<Unit> named = city.units(year)
			.stream()
			.filter((unit) -> Width.key(unit.nameIn(year)).equals(printed))
			.toList();
		return (named.size() == 1) ? named.get(0).id() : null;
	}

	private ImportView.PartView part(ImportPart part) {
		String key = part.reasonKey();
		ImportView.Reason reason = key.isEmpty() ? null
				: new ImportView.Reason(key, this.texts.ja(key), this.texts.en(key));
		return new ImportView.PartView(part.part(), part.content().target(), part.content(), part.state(), reason,
				part.answeredAt(), part.matches());
	}

}
