import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Says which artifacts of a bill of materials a list of advisories speaks of: java .ci/Advisories.java LIST BOM. The list is a file of
 * comma-separated values, or a jar that has advisories-maven.csv: id, time, summary, group:artifact, introduced, fixed, last affected,
 * severity. The bill is of CycloneDX, as JSON. The status is 1 if anything is affected.
 */
final class Advisories {

    private static final Pattern PURL = Pattern.compile("\"purl\" : \"pkg:maven/([^/\"]+)/([^@\"]+)@([^?\"]+)");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");
    private static final Pattern PART = Pattern.compile("\\d+|[a-z]+");
    private static final List<String> EARLY = List.of("alpha", "a", "beta", "b", "milestone", "m", "rc", "cr", "snapshot");

    public static void main(String[] arguments) throws IOException {
        Map<String, TreeSet<String>> versions = new TreeMap<>();
        Matcher purls = PURL.matcher(Files.readString(Path.of(arguments[1])));
        while (purls.find()) {
            versions.computeIfAbsent(purls.group(1) + ":" + purls.group(2), name -> new TreeSet<>())
                    .add(purls.group(3));
        }
        int count = 0;
        int affected = 0;
        String newest = "";
        TreeSet<String> spokenOf = new TreeSet<>();
        for (String line : lines(Path.of(arguments[0]))) {
            List<String> cells = cells(line);
            if (cells.size() < 8) {
                continue;
            }
            count++;
            newest = cells.get(1).compareTo(newest) > 0 ? cells.get(1) : newest;
            for (String version : versions.getOrDefault(cells.get(3), new TreeSet<>())) {
                spokenOf.add(cells.get(3));
                if (isAffected(version, cells.get(4), cells.get(5), cells.get(6))) {
                    affected++;
                    System.out.println(cells.get(3) + " " + version + ": " + cells.get(0) + ", " + cells.get(7) + ": " + cells.get(2)
                            + (cells.get(5).isEmpty() ? "" : " (mended in " + cells.get(5) + ")"));
                }
            }
        }
        if (count == 0 || versions.isEmpty()) {
            throw new IOException("List and bill must have entries: " + count + " advisories, " + versions.size() + " artifacts");
        }
        System.out.println(count + " advisories, the newest of " + newest + "; " + versions.size() + " artifacts, " + spokenOf.size()
                + " with advisories of any version; " + affected + " affected");
        System.exit(affected == 0 ? 0 : 1);
    }

    static boolean isAffected(String version, String introduced, String fixed, String last) {
        return compare(version, introduced) >= 0
                && (fixed.isEmpty() || compare(version, fixed) < 0)
                && (last.isEmpty() || compare(version, last) <= 0);
    }

    /** Numbers by size; words such as rc before the version without them, others, such as jre, as if they were not there. */
    private static int compare(String one, String other) {
        List<Integer> first = parts(one);
        List<Integer> second = parts(other);
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            int difference = Integer.compare(i < first.size() ? first.get(i) : 0, i < second.size() ? second.get(i) : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static List<Integer> parts(String version) {
        List<Integer> parts = new ArrayList<>();
        Matcher found = PART.matcher(version.toLowerCase(java.util.Locale.ROOT));
        while (found.find()) {
            String part = found.group();
            if (Character.isDigit(part.charAt(0))) {
                parts.add(Integer.parseInt(part.length() > 9 ? "999999999" : part));
            } else if (EARLY.contains(part)) {
                parts.add(EARLY.indexOf(part) - EARLY.size());
            }
        }
        return parts;
    }

    private static List<String> lines(Path list) throws IOException {
        if (!list.toString().endsWith(".jar")) {
            return Files.readAllLines(list);
        }
        try (ZipFile jar = new ZipFile(list.toFile());
                InputStream in = jar.getInputStream(jar.getEntry("advisories-maven.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.lookingAt() && matcher.end() > matcher.start()) {
            cells.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            matcher.region(matcher.end(), line.length());
        }
        return cells;
    }
}
