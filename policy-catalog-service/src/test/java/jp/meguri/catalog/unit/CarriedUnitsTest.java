package jp.meguri.catalog.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import org.junit.jupiter.api.Test;

class CarriedUnitsTest {

	private static final UUID DEPARTMENT = new UUID(0, 1);

	@Test
	void yearWithoutUnits_getsThoseOfTheNearestYear_withoutTheirHolders() {
		UnitChanged civic = unit(DEPARTMENT, null, 2025, 2026);
		UnitChanged counter = unit(new UUID(0, 2), DEPARTMENT, 2026);
		List<UnitChanged> carried = CarriedUnits.into(2020, List.of(civic, counter));
		assertThat(carried).extracting(UnitChanged::id).containsExactly(DEPARTMENT);
		assertThat(carried.get(0).years()).extracting(UnitYear::fiscalYear).containsExactly(2020, 2025, 2026);
		UnitYear past = carried.get(0).years().get(0);
		assertThat(past.name()).isEqualTo("部2025");
		assertThat(past.position()).isEqualTo("部長");
		assertThat(past.holderName()).isEmpty();
	}

	@Test
	void sectionsStayBelowTheirDepartment() {
		UnitChanged counter = unit(new UUID(0, 2), DEPARTMENT, 2026);
		assertThat(
				CarriedUnits.into(2027, List.of(unit(DEPARTMENT, null, 2026), counter)).get(1).years().get(1).parent())
			.isEqualTo(DEPARTMENT);
	}

	@Test
	void yearWithUnits_isLeftAlone() {
		assertThat(CarriedUnits.into(2025, List.of(unit(DEPARTMENT, null, 2025, 2026)))).isEmpty();
		assertThat(CarriedUnits.into(2025, List.of())).isEmpty();
	}

	private static UnitChanged unit(UUID id, UUID parent, int... years) {
		return new UnitChanged(id, "u" + id.getLeastSignificantBits(), UnitKind.DEPARTMENT,
				IntStream.of(years)
					.mapToObj((year) -> new UnitYear(year, "部" + year, parent, 1, "部長", "佐藤", "内線 1"))
					.toList());
	}

}
