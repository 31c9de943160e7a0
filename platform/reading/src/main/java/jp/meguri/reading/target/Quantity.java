package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An amount in its base unit: money in 円, rates in percent, 名 counted as 人.
 *
 * @param value the amount, without trailing zeros
 * @param unit {@code 円}, {@code %}, {@code ポイント}, {@code 人} or the printed counter (件,
 * 校区, …)
 */
public record Quantity(BigDecimal value, String unit) {

	public static final String YEN = "円";

	public static final String PERCENT = "%";

	public static final String POINT = "ポイント";

	public static final String PERSON = "人";

	private static final BigInteger OKU = BigInteger.valueOf(100_000_000);

	private static final BigInteger MAN = BigInteger.valueOf(10_000);

	public Quantity {
		value = plain(value);
	}

	static Quantity of(String value, String unit) {
		return new Quantity(new BigDecimal(value), unit);
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	/** Whether amounts of this unit may be added: rates and ratios may not. */
	public boolean adds() {
		return !this.unit.equals(PERCENT) && !this.unit.equals(POINT) && !this.unit.equals("倍");
	}

	/** Whether both can be compared. */
	public boolean comparesTo(Quantity other) {
		return this.unit.equals(other.unit);
	}

	public Quantity plus(Quantity other) {
		if (!comparesTo(other)) {
			throw new IllegalArgumentException(this.unit + " and " + other.unit + " cannot be added");
		}
		return new Quantity(this.value.add(other.value), this.unit);
	}

	public Quantity negate() {
		return new Quantity(this.value.negate(), this.unit);
	}

	/**
	 * As it is written in Japanese: 50億4,700万円, 3校区, 18.9%. Reading it gives the same
	 * quantity again, but for amounts below zero, which are written with ▲.
	 */
	public String ja() {
		String sign = (this.value.signum() < 0) ? "▲" : "";
		BigDecimal amount = this.value.abs();
		boolean whole = amount.scale() <= 0;
		return sign + ((whole && this.unit.equals(YEN)) ? yen(amount.toBigInteger()) : grouped(amount)) + this.unit;
	}

	private static String yen(BigInteger amount) {
		if (amount.mod(MAN).signum() != 0 || amount.signum() == 0) {
			return grouped(new BigDecimal(amount));
		}
		BigInteger[] parts = amount.divideAndRemainder(OKU);
		String oku = (parts[0].signum() == 0) ? "" : grouped(new BigDecimal(parts[0])) + "億";
		BigInteger man = parts[1].divide(MAN);
		return oku + ((man.signum() == 0) ? "" : grouped(new BigDecimal(man)) + "万");
	}

	/** As it is shown to readers of English; counters stay as printed. */
	public String en() {
		String amount = ((this.value.signum() < 0) ? "-" : "") + grouped(this.value.abs());
		return switch (this.unit) {
			case YEN -> amount + " yen";
			case PERCENT -> amount + "%";
			case POINT -> amount + " points";
			case PERSON -> amount + (this.value.equals(BigDecimal.ONE) ? " person" : " persons");
			case "倍" -> amount + " times";
			default -> (amount + " " + this.unit).strip();
		};
	}

	private static String grouped(BigDecimal amount) {
		DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
		format.setMaximumFractionDigits(Math.max(0, amount.scale()));
		return format.format(amount);
	}

}
