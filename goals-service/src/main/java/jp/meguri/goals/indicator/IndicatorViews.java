package jp.meguri.goals.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.goals.indicator.IndicatorUses.Cited;
import jp.meguri.goals.indicator.IndicatorUses.Figure;
import jp.meguri.goals.indicator.IndicatorView.Aim;
import jp.meguri.goals.indicator.IndicatorView.Reached;
import jp.meguri.goals.indicator.IndicatorView.Use;
import jp.meguri.goals.indicator.IndicatorView.Year;
import jp.meguri.reading.target.Quantity;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts together what a reader sees of an indicator. Inside the caller's transaction.
 */
@Component
class IndicatorViews {

	private final Indicators indicators;

	private final IndicatorUses uses;

	private final GoalAccess access;

	IndicatorViews(Indicators indicators, IndicatorUses uses, GoalAccess access) {
		this.indicators = indicators;
		this.uses = uses;
		this.access = access;
	}

	/** 404 for foreign and absent ones alike. */
	Mono<IndicatorView> view(Actor actor, UUID id) {
		return this.indicators.find(actor.municipality(), id)
			.switchIfEmpty(Mono.error(Problems::notFound))
			.flatMap((indicator) -> Mono
				.zip(this.access.city(actor), this.uses.targets(actor, id), this.uses.figures(actor, id))
				.map((found) -> view(actor, indicator, found.getT1(), found.getT2(), found.getT3())));
	}

	private static IndicatorView view(Actor actor, Indicator of, CityDirectory city, List<Cited> cited,
			List<Figure> figures) {
		Map<UUID, List<Figure>> byGoal = figures.stream().collect(Collectors.groupingBy(Figure::goal));
		Map<Integer, Map<UUID, List<Cited>>> byYear = cited.stream()
			.collect(Collectors.groupingBy(Cited::fiscalYear, LinkedHashMap::new,
					Collectors.groupingBy(Cited::goal, LinkedHashMap::new, Collectors.toList())));
		List<Year> years = byYear.entrySet()
			.stream()
			.map((year) -> new Year(year.getKey(),
					year.getValue()
						.values()
						.stream()
						.map((targets) -> use(of, city, targets, byGoal.getOrDefault(targets.get(0).goal(), List.of())))
						.toList()))
			.toList();
		return new IndicatorView(of.id(), of.name(), of.unit(), of.direction(), of.kind(), of.revision(), years,
				Map.of("edit", new IndicatorView.Allowed(actor.is(RoleCode.PLANNING))));
	}

	private static Use use(Indicator of, CityDirectory city, List<Cited> targets, List<Figure> figures) {
		Cited first = targets.get(0);
		String unitName = city.unit(first.unit()).map((unit) -> unit.nameIn(first.fiscalYear())).orElse("");
		List<Measure> measures = targets.stream().map(Cited::measure).filter(Objects::nonNull).toList();
		Measure only = (measures.size() == 1) ? measures.get(0) : null;
		return new Use(first.goal(), first.title(), first.kind(), first.number(), first.state(), first.unit(), unitName,
				first.edition(), targets.stream().map(IndicatorViews::aim).toList(),
				figures.stream().map((figure) -> reached(of, figure, only)).toList());
	}

	private static Aim aim(Cited target) {
		Measure measure = target.measure();
		if (measure == null) {
			return new Aim(target.target(), target.text(), null, null, "", "");
		}
		Quantity quantity = new Quantity(measure.value(), measure.unit());
		return new Aim(target.target(), target.text(), quantity.value().toPlainString(), measure.unit(), quantity.ja(),
				quantity.en());
	}

	private static Reached reached(Indicator of, Figure figure, @Nullable Measure target) {
		Measure.Standing standing = (target != null && figure.value() != null)
				? target.of(figure.value(), figure.unit(), of.direction()) : null;
		String value = (figure.value() != null) ? figure.value().toPlainString() : null;
		return new Reached(figure.round(), figure.label(), figure.written(), figure.asOf(), figure.certainty(),
				figure.state(), value, figure.unit(), standing);
	}

}
