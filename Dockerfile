FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /srv/newsroom

# Before the code, so that a change of the code alone keeps this layer.
COPY requirements.txt .
RUN pip install --require-hashes --requirement requirements.txt

COPY . .

ENV DEBUG=false STATIC_ROOT=/srv/static MEDIA_ROOT=/srv/media
# These two steps open no session and sign nothing; the secret they run under is thrown away with them.
RUN for catalogue in $(find locale -name '*.po'); do \
        pybabel compile --input-file "$catalogue" --output-file "${catalogue%.po}.mo" || exit 1; \
    done \
    && SECRET_KEY=only-to-build-the-image ALLOWED_HOSTS=localhost python manage.py collectstatic --noinput

# The site may write to its media and nowhere else. A new volume takes over the owner set here.
RUN useradd --system --uid 10001 --no-create-home newsroom \
    && install --directory --owner=newsroom --group=newsroom /srv/media
USER newsroom
VOLUME /srv/media

# As many threads per worker as the settings allow connections to the database: more would only wait for one.
ENV GRANIAN_INTERFACE=wsgi GRANIAN_HOST=0.0.0.0 GRANIAN_PORT=8000 GRANIAN_BLOCKING_THREADS=8
EXPOSE 8000

# Asked under the first of the site's own names, because Django refuses any other.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-c", "\
import os, urllib.request as request; \
host = os.environ.get('ALLOWED_HOSTS', '').split(',')[0].strip().lstrip('.*') or 'localhost'; \
request.urlopen(request.Request('http://127.0.0.1:8000/healthz', headers={'Host': host}), timeout=4)"]

CMD ["granian", "forum.wsgi:application"]
