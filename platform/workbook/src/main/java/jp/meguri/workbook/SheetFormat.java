package jp.meguri.workbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * As which file a sheet is taken along.
 */
public enum SheetFormat {

	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
		@Override
		public byte[] write(SheetContent sheet, SheetNames names) {
			return GoalWorkbook.write(sheet, names);
		}
	},
	CSV("text/csv;charset=UTF-8") {
		@Override
		public byte[] write(SheetContent sheet, SheetNames names) {
			return SheetCsv.write(sheet);
		}
	},
	JSON("application/json") {
		@Override
		public byte[] write(SheetContent sheet, SheetNames names) {
			return SheetJson.write(sheet);
		}
	};

	private final String mediaType;

	SheetFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	/**
	 * Writes the sheet. Blocking: not for an event loop.
	 * @throws UnwritableTextException if a text does not fit this kind of file
	 */
	public abstract byte[] write(SheetContent sheet, SheetNames names);

	/** As in the header {@code Content-Type}. */
	public String mediaType() {
		return this.mediaType;
	}

	/** The ending of the file's name, which is also the format's name in requests. */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The format whose files end like this. */
	public static Optional<SheetFormat> of(String ending) {
		return Arrays.stream(values()).filter((format) -> format.ending().equals(ending)).findFirst();
	}

}
