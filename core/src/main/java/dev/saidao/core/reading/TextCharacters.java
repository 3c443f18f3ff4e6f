package dev.saidao.core.reading;

/** Digits, Latin letters and the names made of them, in a folded text. */
record TextCharacters(String folded) {

    boolean isDigit(int index) {
        return index >= 0 && index < folded.length() && folded.charAt(index) >= '0' && folded.charAt(index) <= '9';
    }

    boolean isLatin(int index) {
        return index >= 0 && index < folded.length() && folded.charAt(index) >= 'a' && folded.charAt(index) <= 'z';
    }

    int digitsEnd(int index) {
        int end = index;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    int latinEnd(int index) {
        int end = index;
        while (isLatin(end)) {
            end++;
        }
        return end;
    }

    int nameStart(int index) {
        int start = index;
        while (start > 0
                && index - start < 40
                && (isLatin(start - 1) || isDigit(start - 1) || folded.charAt(start - 1) == '-')) {
            start--;
        }
        return start;
    }

    int nameEnd(int index) {
        int end = index;
        while (end < folded.length() && (isLatin(end) || isDigit(end) || isJoint(end))) {
            end++;
        }
        return end;
    }

    boolean isJoint(int index) {
        char c = folded.charAt(index);
        return (c == '-' || c == '.' || c == '/') && (isLatin(index + 1) || isDigit(index + 1));
    }

    /** The Latin word before an index, a space apart. */
    String previousWord(int index) {
        int end = index;
        while (end > 0 && folded.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0
                && end - start < 20
                && (isLatin(start - 1) || folded.charAt(start - 1) == '.' || folded.charAt(start - 1) == '/')) {
            start--;
        }
        return folded.substring(start, end);
    }
}
