package jp.meguri.goals.indicator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.goals.indicator.Indicator.Direction;
import jp.meguri.goals.indicator.Indicator.Kind;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finding, adding and correcting indicators. Whoever writes goals may add one; what all
 * goals share is corrected by the planning division.
 */
@Component
class IndicatorService {

	private static final TextRule NAME = TextRule.name(200);

	private static final TextRule UNIT = TextRule.line(20);

	private final Indicators indicators;

	private final IndicatorViews views;

	private final CityTransaction transaction;

	private final AuditTrail audit;

	private final BusinessClock clock;

	IndicatorService(Indicators indicators, IndicatorViews views, CityTransaction transaction, AuditTrail audit,
			BusinessClock clock) {
		this.indicators = indicators;
		this.views = views;
		this.transaction = transaction;
		this.audit = audit;
		this.clock = clock;
	}

	Mono<Page<IndicatorRow>> list(Actor actor, String typed, @Nullable UUID after) {
		return this.transaction.in(actor.municipality(), this.indicators.list(actor, typed, after));
	}

	Mono<IndicatorView> view(Actor actor, UUID id) {
		return this.transaction.in(actor.municipality(), this.views.view(actor, id));
	}

	/** 409 where the city has one of this name and unit. */
	Mono<Indicator> add(Actor actor, Words words) {
		Indicator added = words.as(Ids.next(), 1);
		return this.transaction.in(actor.municipality(),
				this.indicators.add(actor.municipality(), added)
					.filter((isNew) -> isNew)
					.switchIfEmpty(Mono.error(Problems::alreadyExists))
					.then(Mono.defer(() -> record(actor, added, "indicator.add")))
					.thenReturn(added));
	}

	Mono<IndicatorView> change(Actor actor, UUID id, long expected, Words words) {
		Indicator changed = words.as(id, expected + 1);
		return this.transaction.in(actor.municipality(),
				this.indicators.find(actor.municipality(), id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap((current) -> requireAlone(actor, changed).thenReturn(current))
					.flatMap((current) -> this.indicators.save(actor.municipality(), changed)
						.filter((saved) -> saved)
						.switchIfEmpty(Mono.error(() -> Problems.revisionConflict(current.revision()))))
					.then(Mono.defer(() -> record(actor, changed, "indicator.change")))
					.then(Mono.defer(() -> this.views.view(actor, id))));
	}

	private Mono<Void> requireAlone(Actor actor, Indicator changed) {
		return this.indicators.named(actor.municipality(), List.of(changed.name()))
			.filter((others) -> others.stream()
				.noneMatch((other) -> !other.id().equals(changed.id()) && other.unit().equals(changed.unit())))
			.switchIfEmpty(Mono.error(Problems::alreadyExists))
			.then();
	}

	private Mono<Void> record(Actor actor, Indicator of, String action) {
		return Correlation.with((correlation) -> this.audit
			.append(new AuditEntry(actor.municipality(), actor.person(), actor.name(), action, "indicator", of.id(),
					of.revision(), this.clock.now(), correlation, Map.of("name", of.name(), "unit", of.unit()))));
	}

	/**
	 * An indicator as somebody writes it.
	 *
	 * @param unit as typed, or null for none; kept as its base unit
	 * @param kind null for what the unit says
	 */
	record Words(String name, @Nullable String unit, Direction direction, @Nullable Kind kind) {

		Words checked() {
			new Violations().required(this.name, "/name")
				.text(this.name, "/name", NAME)
				.text(this.unit, "/unit", UNIT)
				.required(this.direction, "/direction")
				.refuse();
			return this;
		}

		Indicator as(UUID id, long revision) {
			String base = IndicatorUnit.base(Objects.requireNonNullElse(this.unit, ""));
			return new Indicator(id, this.name.strip(), base, this.direction,
					(this.kind != null) ? this.kind : IndicatorUnit.kindOf(base), revision);
		}

	}

}
