package askme.web.ratelimit;

import askme.web.http.EarlyRefusal;

/** The responses to bodies that are not received. */
final class BodyRefusals {

    static final EarlyRefusal TOO_LARGE = new EarlyRefusal(
            413,
            0,
            "Request Entity Too Large",
            "too-large",
            "The form or file is too large.",
            "Форма или файл слишком велики.");

    static final EarlyRefusal TOO_SLOW = new EarlyRefusal(
            408,
            0,
            "Request Timeout",
            "too-slow",
            "The form did not arrive in time. Send it again.",
            "Форма не пришла вовремя. Отправьте её ещё раз.");

    static final EarlyRefusal TOO_MANY_FIELDS = new EarlyRefusal(
            400, 0, "Bad Request", "too-many-fields", "The form has too many fields.", "В форме слишком много полей.");

    static final EarlyRefusal ADDRESS_FULL = new EarlyRefusal(
            429,
            1,
            "Too Many Requests",
            "too-many",
            "Too many forms arrive from your network at once. Try again in a second.",
            "Из вашей сети приходит слишком много форм сразу. Попробуйте ещё раз через секунду.");

    static final EarlyRefusal ALL_FULL = new EarlyRefusal(
            503,
            1,
            "Service Unavailable",
            "busy",
            "The site is busy. Try again in a second.",
            "Сайт перегружен. Попробуйте ещё раз через секунду.");

    private BodyRefusals() {}
}
