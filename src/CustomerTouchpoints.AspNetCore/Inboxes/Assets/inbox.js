// The inbox of a customer: <touchpoint-inbox></touchpoint-inbox>, a bell with the number of unread messages, and the messages under it.
// Attributes: token (of a signed link; none where the host signs its customers in), lang, poll (seconds, 15 at least; default 60).
// What messages say is text, and never markup. There are no inline styles, so a strict Content-Security-Policy lets it be.
const base = new URL('.', import.meta.url);
const header = 'Touchpoints-Inbox';

const words = {
    en: { inbox: 'Inbox', unread: '{0} unread', none: 'Nothing here.', all: 'Mark all as read', remove: 'Delete', more: 'Show more',
        later: 'This does not work right now. Please try again later.', isNew: 'new' },
    de: { inbox: 'Postfach', unread: '{0} ungelesen', none: 'Hier ist nichts.', all: 'Alle als gelesen markieren', remove: 'Löschen',
        more: 'Mehr anzeigen', later: 'Das geht gerade nicht. Bitte später noch einmal versuchen.', isNew: 'neu' },
    fr: { inbox: 'Messages', unread: '{0} non lus', none: 'Aucun message.', all: 'Tout marquer comme lu', remove: 'Supprimer',
        more: 'Afficher plus', later: 'Cela ne fonctionne pas pour le moment. Veuillez réessayer plus tard.', isNew: 'nouveau' },
    it: { inbox: 'Messaggi', unread: '{0} da leggere', none: 'Nessun messaggio.', all: 'Segna tutti come letti', remove: 'Elimina',
        more: 'Mostra altri', later: 'Al momento non funziona. Riprova più tardi.', isNew: 'nuovo' },
    es: { inbox: 'Mensajes', unread: '{0} sin leer', none: 'No hay mensajes.', all: 'Marcar todo como leído', remove: 'Eliminar',
        more: 'Mostrar más', later: 'Ahora mismo no funciona. Inténtalo más tarde.', isNew: 'nuevo' },
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
    :host { position: relative; display: inline-block; align-self: center; vertical-align: middle; font: inherit; color-scheme: light dark }
    button { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: .4em; cursor: pointer }
    button:focus-visible, a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px }
    .bell { position: relative; padding: .35em .5em; line-height: 0 }
    .bell svg { width: 1.4em; height: 1.4em }
    .count { position: absolute; top: -.1em; right: -.2em; min-width: 1.35em; padding: 0 .3em; box-sizing: border-box; line-height: 1.35em;
        font-size: .75em; font-weight: 700; text-align: center; border-radius: 1em; color: #fff; background: #b3261e }
    .panel { position: absolute; z-index: 10; right: 0; top: calc(100% + .4em); width: min(24em, calc(100vw - 2em)); max-height: 70vh;
        overflow-y: auto; box-sizing: border-box; padding: .8em; text-align: left; border: 1px solid light-dark(#c9c9c9, #55585e);
        border-radius: .6em; color: light-dark(#1c1c1e, #eceef1); background: light-dark(#fff, #26282d);
        box-shadow: 0 .4em 1.4em rgb(0 0 0 / .25) }
    .panel.left { right: auto; left: 0 }
    [hidden] { display: none !important }
    .head { display: flex; flex-wrap: wrap; gap: .5em; align-items: baseline; justify-content: space-between; margin-bottom: .4em }
    h2 { margin: 0; font-size: 1.1em }
    .quiet { padding: .2em .4em; font-size: .875em; text-decoration: underline }
    ul { margin: 0; padding: 0; list-style: none }
    li { padding: .5em 0; border-top: 1px solid light-dark(#e2e2e2, #3d4046) }
    .open { display: block; width: 100%; padding: .2em; text-align: left; overflow-wrap: anywhere }
    .unread .open { font-weight: 700 }
    .new { padding: 0 .4em; margin-inline-end: .4em; font-size: .75em; border-radius: .4em; color: #fff; background: #b3261e }
    time { display: block; font-size: .8em; font-weight: 400; color: light-dark(#5a5a5e, #b4b8bf) }
    .text { margin: .4em .2em; white-space: pre-wrap; overflow-wrap: anywhere }
    a { color: inherit }
    p { margin: .5em .2em }
    @media (max-width: 30em) {
        .panel, .panel.left { position: fixed; left: 1em; right: 1em; top: 3.5em; width: auto }
    }
`);

function bell() {
    const space = 'http://www.w3.org/2000/svg';
    const picture = document.createElementNS(space, 'svg');
    const line = document.createElementNS(space, 'path');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('aria-hidden', 'true');
    for (const [name, value] of Object.entries({ fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8', 'stroke-linecap': 'round',
        'stroke-linejoin': 'round', d: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4' })) {
        line.setAttribute(name, value);
    }

    picture.append(line);
    return picture;
}

function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
}

// Addresses of the web become links; everything else stays text.
function linked(text) {
    return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/).map((part, i) =>
        i % 2 === 0 ? part : make('a', { href: part, textContent: part, rel: 'noopener noreferrer' }));
}

class TouchpointInbox extends HTMLElement {
    #root = this.attachShadow({ mode: 'open' });
    #button = make('button', { type: 'button', className: 'bell' });
    #count = make('span', { className: 'count', hidden: true, ariaHidden: 'true' });
    #panel = make('section', { className: 'panel', id: 'panel', hidden: true });
    #list = make('ul');
    #empty = make('p', { hidden: true });
    #trouble = make('p', { hidden: true, role: 'alert' });
    #all = make('button', { type: 'button', className: 'quiet', hidden: true });
    #more = make('button', { type: 'button', className: 'quiet', hidden: true });
    #token = null;
    #next = null;
    #timer = null;
    #words = words.en;

    constructor() {
        super();
        this.#root.adoptedStyleSheets = [sheet];
        this.#button.append(bell(), this.#count);
        this.#button.setAttribute('aria-controls', 'panel');
        this.#root.append(this.#button, this.#panel);
        this.#button.addEventListener('click', () => this.#toggle());
        this.#all.addEventListener('click', () => this.#readAll());
        this.#more.addEventListener('click', () => this.#load(this.#next));
        this.#root.addEventListener('keydown', event => {
            if (event.key === 'Escape' && !this.#panel.hidden) {
                this.#close();
                this.#button.focus();
            }
        });
    }

    connectedCallback() {
        this.#token = this.getAttribute('token');
        const language = (this.closest('[lang]')?.lang ?? navigator.language).slice(0, 2).toLowerCase();
        this.#words = words[language] ?? words.en;
        this.#panel.setAttribute('aria-label', this.#words.inbox);
        this.#all.textContent = this.#words.all;
        this.#more.textContent = this.#words.more;
        this.#empty.textContent = this.#words.none;
        this.#panel.replaceChildren(
            make('div', { className: 'head' }, make('h2', { textContent: this.#words.inbox }), this.#all),
            this.#trouble, this.#empty, this.#list, this.#more);
        this.#close();
        this.#show(0);
        document.addEventListener('click', this.#outside);
        document.addEventListener('visibilitychange', this.#look);
        this.#timer = setInterval(this.#look, Math.max(15, Number(this.getAttribute('poll')) || 60) * 1000);
        this.#look();
    }

    disconnectedCallback() {
        clearInterval(this.#timer);
        document.removeEventListener('click', this.#outside);
        document.removeEventListener('visibilitychange', this.#look);
    }

    #outside = event => {
        if (!event.composedPath().includes(this)) {
            this.#close();
        }
    };

    #look = async () => {
        if (document.visibilityState === 'visible') {
            const answer = await this.#ask('unread');
            if (answer?.ok) {
                this.#show((await answer.json()).unread);
            }
        }
    };

    // A request of ours says who asks by a token: the page's own, or the one that came with the messages.
    async #ask(path, method = 'GET') {
        const headers = {};
        const token = this.getAttribute('token') ?? (method === 'GET' ? null : this.#token);
        if (token) {
            headers[header] = token;
        }

        try {
            const answer = await fetch(new URL(path, base), { method, headers, credentials: 'same-origin', cache: 'no-store' });
            this.#say(answer.ok || answer.status === 404 ? '' : this.#words.later);
            return answer;
        } catch {
            this.#say(this.#words.later);
            return null;
        }
    }

    #say(text) {
        this.#trouble.textContent = text;
        this.#trouble.hidden = text === '';
    }

    #show(unread) {
        this.#count.textContent = unread > 99 ? '99+' : String(unread);
        this.#count.hidden = unread === 0;
        this.#all.hidden = unread === 0;
        const said = unread === 0 ? '' : `, ${this.#words.unread.replace('{0}', unread)}`;
        this.#button.setAttribute('aria-label', this.#words.inbox + said);
    }

    #close() {
        this.#panel.hidden = true;
        this.#button.setAttribute('aria-expanded', 'false');
    }

    async #toggle() {
        if (!this.#panel.hidden) {
            this.#close();
            return;
        }

        this.#panel.hidden = false;
        this.#button.setAttribute('aria-expanded', 'true');
        this.#panel.classList.toggle('left', this.#button.getBoundingClientRect().left < window.innerWidth / 2);
        await this.#load(null);
    }

    async #load(after) {
        const answer = await this.#ask(after ? `messages?after=${encodeURIComponent(after)}` : 'messages');
        if (!answer?.ok) {
            return;
        }

        const page = await answer.json();
        this.#token = this.getAttribute('token') ?? page.token ?? this.#token;
        const items = page.messages.map(message => this.#item(message));
        if (after) {
            this.#list.append(...items);
        } else {
            this.#list.replaceChildren(...items);
        }

        this.#next = page.next ?? null;
        this.#more.hidden = this.#next === null;
        this.#empty.hidden = this.#list.childElementCount > 0;
        this.#show(page.unread);
    }

    #item(message) {
        const line = make('li', { className: message.isRead ? '' : 'unread', lang: message.culture });
        const open = make('button', { type: 'button', className: 'open', ariaExpanded: 'false' });
        if (!message.isRead) {
            open.append(make('span', { className: 'new', textContent: this.#words.isNew, lang: this.lang }));
        }

        const [first] = message.text.split('\n', 1);
        open.append(message.subject || first, make('time', {
            dateTime: message.at,
            textContent: new Date(message.at).toLocaleString(message.culture, { dateStyle: 'medium', timeStyle: 'short' }),
        }));
        const remove = make('button', { type: 'button', className: 'quiet', textContent: this.#words.remove });
        const below = make('div', { hidden: true }, make('div', { className: 'text' }, ...linked(message.text)), remove);
        line.append(open, below);
        open.addEventListener('click', async () => {
            below.hidden = !below.hidden;
            open.ariaExpanded = String(!below.hidden);
            if (line.className === 'unread' && (await this.#ask(`messages/${message.id}/read`, 'POST'))?.ok) {
                line.className = '';
                line.querySelector('.new').remove();
                await this.#look();
            }
        });
        remove.addEventListener('click', async () => {
            if ((await this.#ask(`messages/${message.id}`, 'DELETE'))?.ok) {
                const beside = (line.nextElementSibling ?? line.previousElementSibling)?.querySelector('.open') ?? this.#button;
                line.remove();
                beside.focus();
                this.#empty.hidden = this.#list.childElementCount > 0;
                await this.#look();
            }
        });
        return line;
    }

    async #readAll() {
        if ((await this.#ask('read', 'POST'))?.ok) {
            await this.#load(null);
        }
    }
}

customElements.define('touchpoint-inbox', TouchpointInbox);
